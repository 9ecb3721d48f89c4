import { List } from '@element-plus/icons-vue';
import type { Component } from 'vue';

export type Group = 'groupWork' | 'groupViews' | 'groupReturns' | 'groupAdmin';

/** One page of the console: a row here and a folder beside it. */
export interface PageRow {
  readonly path: string;
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly page: () => Promise<{ readonly default: Component }>;
  /** Where it stands in the navigation; without one it is opened from elsewhere. */
  readonly nav?: { readonly group: Group; readonly icon: Component };
  /** Who is shown it; anyone where it says nothing. What a person may read is decided by the services. */
  readonly roles?: readonly string[];
  /** Seen without signing in. */
  readonly open?: true;
}

export const OPERATORS = ['center-officer', 'district-supervisor', 'auditor', 'system'];

export const PAGES: readonly PageRow[] = [
  {
    path: '/',
    name: 'worklist',
    title: { zh: '我的待办', en: 'My worklist' },
    page: () => import('./worklist/WorklistPage.vue'),
    nav: { group: 'groupWork', icon: List },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    title: { zh: '登录', en: 'Sign in' },
    page: () => import('./sign-in/SignInPage.vue'),
    open: true,
  },
  {
    path: '/signed-in',
    name: 'signed-in',
    title: { zh: '登录', en: 'Sign in' },
    page: () => import('./sign-in/SignedInPage.vue'),
    open: true,
  },
];

import {
  Bell,
  Coin,
  Connection,
  Document,
  EditPen,
  Filter,
  Flag,
  Grid,
  List,
  MapLocation,
  Monitor,
  OfficeBuilding,
  Search,
  Trophy,
  View,
} from '@element-plus/icons-vue';
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
  /** Shown to bodies of the district alone. */
  readonly districtOnly?: true;
  /** Whose first page it is; the worklist is everybody else's. */
  readonly homeOf?: readonly string[];
  /** Seen without signing in. */
  readonly open?: true;
}

/** Those who look after all bodies of a place rather than have files of their own. */
const CENTRE = ['center-officer', 'district-supervisor', 'auditor'];

export const OPERATORS = [...CENTRE, 'system'];

const REPORTERS = [
  'grid-worker',
  'mediator',
  'committee-chair',
  'judicial-office-officer',
  'court-clerk',
  'police-officer',
  'agency-officer',
  'center-officer',
];

export const PAGES: readonly PageRow[] = [
  {
    path: '/worklist',
    name: 'worklist',
    title: { zh: '我的待办', en: 'My worklist' },
    page: () => import('./worklist/WorklistPage.vue'),
    nav: { group: 'groupWork', icon: List },
  },
  {
    path: '/register',
    name: 'register',
    title: { zh: '登记纠纷', en: 'Register a dispute' },
    page: () => import('./register/RegisterPage.vue'),
    nav: { group: 'groupWork', icon: EditPen },
    roles: REPORTERS,
  },
  {
    path: '/screening',
    name: 'screening',
    title: { zh: '排查', en: 'Screening' },
    page: () => import('./screening/ScreeningPage.vue'),
    nav: { group: 'groupWork', icon: View },
  },
  {
    path: '/screening/:id',
    name: 'screening-plan',
    title: { zh: '排查进度', en: 'A screening' },
    page: () => import('./screening/ScreeningPlanPage.vue'),
  },
  {
    path: '/disputes/:id',
    name: 'dispute',
    title: { zh: '纠纷', en: 'Dispute' },
    page: () => import('./dispute/DisputePage.vue'),
  },
  {
    path: '/returns',
    name: 'returns',
    title: { zh: '报表', en: 'Official returns' },
    page: () => import('./returns/ReturnsPage.vue'),
    nav: { group: 'groupReturns', icon: Document },
    roles: [...OPERATORS, 'judicial-office-officer'],
  },
  {
    path: '/search',
    name: 'search',
    title: { zh: '检索纠纷', en: 'Search' },
    page: () => import('./search/SearchPage.vue'),
    nav: { group: 'groupWork', icon: Search },
  },
  {
    path: '/board',
    name: 'board',
    title: { zh: '移交看板', en: 'Handoff board' },
    page: () => import('./board/BoardPage.vue'),
    nav: { group: 'groupViews', icon: Grid },
    homeOf: CENTRE,
  },
  {
    path: '/emergencies',
    name: 'emergencies',
    title: { zh: '突发事件', en: 'Mass incidents' },
    page: () => import('./emergency/EmergencyPage.vue'),
    nav: { group: 'groupViews', icon: Bell },
  },
  {
    path: '/supervision',
    name: 'supervision',
    title: { zh: '督办', en: 'Supervision' },
    page: () => import('./supervision/SupervisionPage.vue'),
    nav: { group: 'groupViews', icon: Flag },
  },
  {
    path: '/directory',
    name: 'directory',
    title: { zh: '机构名录', en: 'Directory' },
    page: () => import('./directory/DirectoryPage.vue'),
    nav: { group: 'groupAdmin', icon: OfficeBuilding },
  },
  {
    path: '/system',
    name: 'system',
    title: { zh: '系统状态', en: 'System' },
    page: () => import('./system/SystemPage.vue'),
    nav: { group: 'groupAdmin', icon: Monitor },
    roles: OPERATORS,
  },
  {
    path: '/webhooks',
    name: 'webhooks',
    title: { zh: '推送与拉取', en: 'Push and pull' },
    page: () => import('./webhooks/WebhooksPage.vue'),
    nav: { group: 'groupAdmin', icon: Connection },
    roles: OPERATORS,
    districtOnly: true,
  },
  {
    path: '/funnel',
    name: 'funnel',
    title: { zh: '化解漏斗', en: 'The funnel' },
    page: () => import('./funnel/FunnelPage.vue'),
    nav: { group: 'groupViews', icon: Filter },
  },
  {
    path: '/hot-spots',
    name: 'hot-spots',
    title: { zh: '热点与预警', en: 'Hot spots and warnings' },
    page: () => import('./hot-spots/HotSpotsPage.vue'),
    nav: { group: 'groupViews', icon: MapLocation },
  },
  {
    path: '/assessment',
    name: 'assessment',
    title: { zh: '考核', en: 'Assessment' },
    page: () => import('./assessment/AssessmentPage.vue'),
    nav: { group: 'groupReturns', icon: Trophy },
  },
  {
    path: '/subsidies',
    name: 'subsidies',
    title: { zh: '个案补贴', en: 'Case subsidies' },
    page: () => import('./subsidy/SubsidyPage.vue'),
    nav: { group: 'groupReturns', icon: Coin },
  },
  {
    path: '/party',
    name: 'party',
    title: { zh: '查询我的案子', en: 'Look up my case' },
    page: () => import('./party/PartyPage.vue'),
    open: true,
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

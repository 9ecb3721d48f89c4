import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import NotFoundPage from './pages/not-found/NotFoundPage.vue';
import { PAGES, type PageRow } from './pages/rows';
import { session } from './session/session';
import { pick, shared } from './words/locale';

declare module 'vue-router' {
  interface RouteMeta {
    readonly row?: PageRow;
  }
}

const home = (): string => {
  const mine = session.claims.value?.roles ?? [];
  return PAGES.find(({ homeOf }) => homeOf?.some((role) => mine.includes(role)))?.name ?? 'worklist';
};

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: () => ({ name: session.isSignedIn.value ? home() : 'sign-in' }) },
  ...PAGES.map((row): RouteRecordRaw => ({
    path: row.path,
    name: row.name,
    component: row.page,
    props: true,
    meta: { row },
  })),
  { path: '/:rest(.*)', name: 'not-found', component: NotFoundPage },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach((to) => {
  // Taken already, and nobody is to copy it on with the address: the history was made before it was taken out.
  if (to.hash.startsWith('#token=')) return { ...to, hash: '', replace: true };
  if (session.isSignedIn.value || to.meta.row?.open) return true;
  return { name: 'sign-in', query: { to: to.fullPath } };
});

/** Whoever reads by ear is told that the page is another one: its name, and the focus at its beginning. */
router.afterEach((to, from, failure) => {
  const { row } = to.meta;
  document.title = `${row ? pick(row.title.zh, row.title.en) : shared('notFound')} · ${shared('product')}`;
  if (failure || from.name === undefined || from.path === to.path) return;
  void nextTick(() => document.getElementById('content')?.focus({ preventScroll: true }));
});

/** A session that ended elsewhere, by a refused token for instance, leads back here afterwards. */
watch(session.isSignedIn, (signedIn) => {
  const { fullPath, meta } = router.currentRoute.value;
  if (!signedIn && !meta.row?.open) void router.push({ name: 'sign-in', query: { to: fullPath } });
});

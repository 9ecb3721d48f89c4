import { route, type DisputeRoute } from './route';

/** Of the law's time limits. */
export const TIME_LIMIT_ROUTES: readonly DisputeRoute[] = [
  route('ExtendTimeLimit', '/disputes/:id/time-limits/extensions', ['延长期限', 'Extend a time limit']),
  route('ExpireTimeLimit', '/disputes/:id/time-limits/expiries', ['记录期限届满', 'Record that a time limit ran out'], {
    roles: ['system'],
  }),
];

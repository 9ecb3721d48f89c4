import { ALL, type Route } from '@mediation/aggregate-api';
import type { DisputeUseCaseName } from '@mediation/dispute/domain';

export type DisputeRoute = Route<DisputeUseCaseName>;

/** Whose work a dispute is. Which of them may act in a given dispute is the domain's business: it looks at the body. */
export const CASE_WORKERS = [
  'mediator',
  'committee-chair',
  'judicial-office-officer',
  'court-clerk',
  'police-officer',
  'agency-officer',
  'center-officer',
] as const;
export const REPORTERS = ['grid-worker', ...CASE_WORKERS] as const;
export const PARTNERS = ['court-clerk', 'police-officer', 'agency-officer', 'center-officer'] as const;
export const OVERSEERS = ['center-officer', 'district-supervisor'] as const;

type Wording = readonly [zh: string, en: string];

export const route = (
  useCase: DisputeUseCaseName,
  path: string,
  [zh, en]: Wording,
  more: Partial<DisputeRoute> = {},
): DisputeRoute => ({ useCase, path, tiers: ALL, roles: CASE_WORKERS, zh, en, ...more });

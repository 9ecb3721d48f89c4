import type { DisputeUseCaseName } from '@mediation/dispute/domain';
import type { Tier } from '@mediation/kernel';

export interface DisputeRoute {
  readonly useCase: DisputeUseCaseName;
  /** Below `/api/<tier>/v1`; `:id` is the dispute, other parameters are fields of the command. */
  readonly path: string;
  readonly tiers: readonly Tier[];
  readonly roles: readonly string[];
  /** Opens a new dispute: 201 and a Location. */
  readonly creates?: true;
  readonly zh: string;
  readonly en: string;
}

/** Parameters of a path that are numbers; any other stays text, though it may be all digits. */
export const NUMBERS: readonly string[] = ['agreement', 'aid', 'record'];

export const ALL: readonly Tier[] = ['village', 'township', 'district'];
export const ABOVE_VILLAGE: readonly Tier[] = ['township', 'district'];

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

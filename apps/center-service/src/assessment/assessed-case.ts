/** One proceeding that a body accepted in the period, and what had become of it by the end of it. */
export interface AssessedCase {
  readonly dispute: string;
  readonly proceeding: number;
  readonly body: string;
  readonly channel: string;
  readonly mediators: readonly string[];
  readonly acceptedOn: string;
  /** Told at acceptance; null where no rule sets a limit. */
  readonly dueOn: string | null;
  readonly agreedOn: string | null;
  /** The last obligation of the agreement; null where nothing is owed. */
  readonly owedBy: string | null;
  readonly performed: boolean;
  readonly breached: boolean;
  readonly confirmed: boolean;
  readonly failedOn: string | null;
  /** Why it ended without a result of its own. */
  readonly terminated: string | null;
  readonly followedUp: boolean;
  readonly satisfaction: string | null;
  /** A risk that it turns criminal was raised and not averted. */
  readonly turnedCriminal: boolean;
  readonly repeatedPetition: boolean;
  readonly closed: boolean;
  readonly archived: boolean;
}

/** Why a case is in no denominator of the rates; each is counted apart and shown. */
export const APART = ['refused', 'withdrawn', 'transferred', 'ended-otherwise', 'running'] as const;
export type Apart = (typeof APART)[number];

const APART_OF_REASON: Readonly<Record<string, Apart>> = {
  'party-refused': 'refused',
  withdrawn: 'withdrawn',
  'handed-off': 'transferred',
  'accepted-elsewhere': 'transferred',
};

export const hasResult = ({ agreedOn, failedOn }: AssessedCase): boolean => agreedOn !== null || failedOn !== null;

/** Undefined for a case with a result: an agreement in effect, or failed mediation. */
export const apartOf = (each: AssessedCase): Apart | undefined => {
  if (hasResult(each)) return undefined;
  return each.terminated === null ? 'running' : (APART_OF_REASON[each.terminated] ?? 'ended-otherwise');
};

import type { KnownDispute } from '@mediation/dispute/domain';
import { clocksOf, type Clock } from '@mediation/rules';

const ENDED: readonly Clock['state'][] = ['met', 'met-late', 'expired'];

/**
 * The clocks that have not ended, as of the dispute's last occurrence, by last day. None of a closed dispute. How many days are left is
 * asked of a day; it is not in a row.
 */
export const openClocks = ({ phase, file }: KnownDispute): readonly Clock[] => {
  const last = file.occurrences.at(-1);
  if (phase === 'closed' || last === undefined) return [];
  return clocksOf(file.occurrences, last.at).filter(({ state }) => !ENDED.includes(state));
};

const RIGHTS: readonly Clock['expiry'][] = ['RIGHT_LOST', 'RELEASES_RIGHT'];
/** A limit on what a body has to do; what a party may still do is its own affair. */
export const isDuty = ({ expiry }: Clock): boolean => !RIGHTS.includes(expiry);

/** While an appraisal stops it, nobody can say its last day. */
export const runs = ({ state }: Clock): boolean => state === 'running' || state === 'due';

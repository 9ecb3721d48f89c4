import { addDays } from '@mediation/kernel';
import type { DisputeRules } from '../use-case';

/** A rule pack one can do in one's head: three days to reply, thirty days of people's mediation, forty of medical, no limit elsewhere. */
const MEDIATION_DAYS: Readonly<Record<string, number>> = { peoples: 30, medical: 40 };

export const plainRules: DisputeRules = {
  id: 'plain@1',
  replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
  mediationDueOn(track, acceptedOn) {
    const days = MEDIATION_DAYS[track];
    return days === undefined ? undefined : addDays(acceptedOn, days);
  },
  bounceLimit: 2,
};

import { addDays } from '@mediation/kernel';
import type { DisputeRules } from '../use-case';

/** A rule pack one can do in one's head: three days to reply, thirty days of people's mediation, no limit elsewhere. */
export const plainRules: DisputeRules = {
  id: 'plain@1',
  replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
  mediationDueOn: (channel, acceptedOn) => (channel === 'peoples' ? addDays(acceptedOn, 30) : undefined),
  bounceLimit: 2,
};

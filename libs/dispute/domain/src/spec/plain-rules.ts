import { addDays } from '@mediation/kernel';
import type { DisputeRules } from '../use-case';

const mediationDays = (tags: readonly string[]): number | undefined => {
  if (tags.includes('body:medical')) return 40;
  return tags.includes('channel:peoples') ? 30 : undefined;
};

/** A rule pack one can do in one's head: three days to reply, thirty days of people's mediation, forty of medical; no gate, no clock. */
export const plainRules: DisputeRules = {
  id: 'plain@1',
  replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
  mediationDueOn(tags, acceptedOn) {
    const days = mediationDays(tags);
    return days === undefined ? undefined : addDays(acceptedOn, days);
  },
  bounceLimit: 2,
  clocks: {},
  clocksOf: () => [],
  gate: () => undefined,
  materialsFor: () => [],
  lists: () => false,
};

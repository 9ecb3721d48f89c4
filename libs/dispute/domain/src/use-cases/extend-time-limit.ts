import { accept, refuse } from '@mediation/kernel';
import type { Clock } from '@mediation/rules';
import { z } from 'zod';
import { clockId, partyId } from '../fields';
import { barTo } from '../situation';
import { findClock } from '../time-limit';
import { byCustodian, hasParty, today, useCase, type Context } from '../use-case';

/** What the rule adds to a clock that still runs, and may be extended once more; otherwise why not. */
const extensionOf = (clock: Clock | undefined, { rules }: Context) => {
  if (clock === undefined) return 'time-limit-unknown' as const;
  if (clock.state !== 'running' && clock.state !== 'paused') return 'time-limit-over' as const;
  const extension = rules.clocks[clock.rule]?.extension;
  return extension === undefined || clock.extensions.length >= extension.count
    ? ('time-limit-not-extendable' as const)
    : { clock, extension };
};

/** 延长期限: as often, and by as much, as the rule allows; by agreement of all parties where it asks for that. */
export const extendTimeLimit = useCase({
  name: 'ExtendTimeLimit',
  data: z.strictObject({
    clock: clockId,
    parties: z.array(partyId).max(50).default([]).meta({ description: '同意延长的当事人 parties who agree to it' }),
  }),
  decide: byCustodian(({ clock: id, parties }, dispute, context) => {
    // As it stood when they agreed: an extension that is entered late was still made in time.
    const found = extensionOf(findClock(dispute, id, { ...context, now: context.occurredAt }), context);
    if (typeof found === 'string') return refuse(found);
    if (!parties.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    const agreed = dispute.file.parties.every((party) => parties.includes(party.id));
    const { unit, length, by } = found.extension;
    if (by === 'parties' && !agreed) return refuse('extension-needs-parties');
    const ground = barTo('extend-time-limit', dispute, context, agreed ? ['all-parties-consent'] : []);
    if (ground) return refuse('barred-by-rule', ground);
    return accept({
      type: 'TimeLimitExtended',
      data: { clock: id, rule: found.clock.rule, unit, length, parties, extendedOn: today(context) },
    });
  }),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { clockId, partyId } from '../fields';
import { barTo } from '../situation';
import { findClock } from '../time-limit';
import { byCustodian, hasParty, today, useCase } from '../use-case';

/** 延长期限: as often, and by as much, as the rule allows; by agreement of all parties where it asks for that. */
export const extendTimeLimit = useCase({
  name: 'ExtendTimeLimit',
  data: z.strictObject({
    clock: clockId,
    parties: z.array(partyId).max(50).default([]).meta({ description: '同意延长的当事人 parties who agree to it' }),
  }),
  decide: byCustodian(({ clock: id, parties }, dispute, context) => {
    // As it stood when they agreed: an extension that is entered late was still made in time.
    const clock = findClock(dispute, id, { ...context, now: context.occurredAt });
    if (clock === undefined) return refuse('time-limit-unknown');
    if (clock.state !== 'running' && clock.state !== 'paused') return refuse('time-limit-over');
    const extension = context.rules.clocks[clock.rule]?.extension;
    if (extension === undefined || clock.extensions.length >= extension.count)
      return refuse('time-limit-not-extendable');
    if (!parties.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    const agreed = dispute.file.parties.every((party) => parties.includes(party.id));
    if (extension.by === 'parties' && !agreed) return refuse('extension-needs-parties');
    const ground = barTo('extend-time-limit', dispute, context, agreed ? ['all-parties-consent'] : []);
    if (ground) return refuse('barred-by-rule', ground);
    const { unit, length } = extension;
    return accept({
      type: 'TimeLimitExtended',
      data: { clock: id, rule: clock.rule, unit, length, parties, extendedOn: today(context) },
    });
  }),
});

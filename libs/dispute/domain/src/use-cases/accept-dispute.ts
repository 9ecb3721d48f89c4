import { accept, refuse } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { channelOf } from '../custody';
import type { DisputeEvent } from '../dispute.events';
import type { OpenDispute } from '../dispute.state';
import { barTo, proceedingTags } from '../situation';
import { byCustodian, today, useCase, type Context } from '../use-case';

/** Beginning to mediate what a directive brought takes up that directive, too. */
const takesUpDirective = ({ file }: OpenDispute, { actor, occurredAt }: Context): readonly DisputeEvent[] =>
  file.handoff?.kind === 'directive' && file.handoff.to === actor.org
    ? [{ type: 'HandoffAccepted', data: { handoff: file.handoff.id, acceptedAt: occurredAt } }]
    : [];

/** 共同申请: every side asked for it. */
const appliedTogether = ({ file: { parties } }: OpenDispute): readonly FactTag[] =>
  parties.length > 1 && parties.every(({ role }) => role === 'applicant') ? ['applied-jointly'] : [];

/** 受理: the responsible body begins a proceeding in its channel. One proceeding at a time; no refusal may stand (art. 17). */
export const acceptDispute = useCase({
  name: 'AcceptDispute',
  data: z.strictObject({}),
  decide: byCustodian((_, dispute, context) => {
    if (dispute.phase === 'in-mediation') return refuse('proceeding-running');
    if (dispute.phase === 'agreed' && !dispute.inPart) return refuse('already-agreed');
    if (dispute.file.refusals.length > 0) return refuse('party-refused');
    const channel = channelOf(context.actor.org);
    if (channel === undefined) return refuse('body-does-not-mediate');
    if ((dispute.file.triagedTo ?? channel) !== channel) return refuse('triaged-to-another-channel');
    const ground = barTo('accept', dispute, context, appliedTogether(dispute));
    if (ground) return refuse('barred-by-rule', ground);
    const acceptedOn = today(context);
    return accept(...takesUpDirective(dispute, context), {
      type: 'DisputeAccepted',
      data: {
        proceeding: dispute.file.proceedings + 1,
        channel,
        body: context.actor.org,
        acceptedOn,
        mediateBy: context.rules.mediationDueOn(proceedingTags(dispute.file, channel, context.actor.org), acceptedOn),
      },
    });
  }),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { allConsentTo, channelOf, commonSuperiorCentre, moveCustody, refusalBars } from '../custody';
import type { DisputeEvent } from '../dispute.events';
import type { OpenDispute, PendingHandoff } from '../dispute.state';
import { fileText, note } from '../fields';
import { open, today, useCase, type Context, type DisputeDecision } from '../use-case';
import { RETURN_REASONS } from '../vocabulary';

const handoffId = z.string().regex(/^h\d{1,4}$/, { error: '移交编号如 h1 / a handoff id is like h1' });
const schema = z.strictObject({ handoff: handoffId });

type Answer<Data> = (
  data: Data,
  dispute: OpenDispute,
  context: Context & { readonly handoff: PendingHandoff },
) => DisputeDecision;

/** The handoff named is the one that is pending. */
const pending = <Data extends { handoff: string }>(decide: Answer<Data>) =>
  open<Data>((data, dispute, context) => {
    const { handoff } = dispute.file;
    return handoff?.id === data.handoff ? decide(data, dispute, { ...context, handoff }) : refuse('handoff-unknown');
  });

const byOffered = <Data extends { handoff: string }>(decide: Answer<Data>) =>
  pending<Data>((data, dispute, context) =>
    context.handoff.to === context.actor.org ? decide(data, dispute, context) : refuse('not-the-offered-body'),
  );

/** 签收: seen, not yet taken. */
export const acknowledgeHandoff = useCase({
  name: 'AcknowledgeHandoff',
  data: schema,
  decide: byOffered(({ handoff }, _, context) =>
    context.handoff.acknowledged
      ? accept()
      : accept({ type: 'HandoffAcknowledged', data: { handoff, acknowledgedAt: context.occurredAt } }),
  ),
});

/** 接收: responsibility moves with it, and the old body's proceeding ends. A directive moved it when it was given. */
export const acceptHandoff = useCase({
  name: 'AcceptHandoff',
  data: schema,
  decide: byOffered(({ handoff }, dispute, context) => {
    const { kind, to } = context.handoff;
    if (refusalBars(dispute.file, to)) return refuse('party-refused');
    if (kind === 'escalation' && channelOf(to) !== undefined && !allConsentTo(dispute.file, to)) {
      return refuse('escalation-needs-consent');
    }
    return accept(
      { type: 'HandoffAccepted', data: { handoff, acceptedAt: context.occurredAt } },
      ...moveCustody(dispute, to, 'handoff-accepted', context),
    );
  }),
});

/** Where a return sends responsibility: a directive back to who gave it; the second bounce to the common superior centre, which decides. */
const afterReturn = (
  dispute: OpenDispute,
  bounce: number,
  context: Context & { handoff: PendingHandoff },
): readonly DisputeEvent[] => {
  const { from, to, kind } = context.handoff;
  if (bounce >= context.rules.bounceLimit)
    return moveCustody(dispute, commonSuperiorCentre(from, to), 'second-bounce', context);
  return kind === 'directive' ? moveCustody(dispute, from, 'directive-returned', context) : [];
};

/** 退回: with a reason. */
export const returnHandoff = useCase({
  name: 'ReturnHandoff',
  data: schema.extend({ reason: z.enum(RETURN_REASONS), note }),
  decide: byOffered(({ handoff, reason, note: text }, dispute, context) => {
    const bounce = dispute.file.bounces + 1;
    return accept(
      {
        type: 'HandoffReturned',
        data: { handoff, reason, returnedAt: context.occurredAt, bounce, personal: fileText(text) },
      },
      ...afterReturn(dispute, bounce, context),
    );
  }),
});

/** 撤回移交: by who offered it, before it is accepted. A directive withdrawn gives responsibility back to its giver. */
export const withdrawHandoff = useCase({
  name: 'WithdrawHandoff',
  data: schema,
  decide: pending(({ handoff }, dispute, context) => {
    const { from, kind } = context.handoff;
    if (from !== context.actor.org) return refuse('not-the-offering-body');
    return accept(
      { type: 'HandoffWithdrawn', data: { handoff, cause: 'by-offerer', withdrawnAt: context.occurredAt } },
      ...(kind === 'directive' ? moveCustody(dispute, from, 'directive-withdrawn', context) : []),
    );
  }),
});

/** 逾期失效: nobody answered in time; the offerer, who was responsible all along, must act again. A directive stands until it is answered. */
export const lapseHandoff = useCase({
  name: 'LapseHandoff',
  data: schema,
  decide: pending(({ handoff }, _, context) => {
    if (context.handoff.kind === 'directive') return refuse('directive-does-not-lapse');
    if (today(context) <= context.handoff.replyBy) return refuse('not-yet-due');
    return accept({ type: 'HandoffLapsed', data: { handoff, lapsedAt: context.occurredAt } });
  }),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { breachOf, findAgreement } from '../agreement';
import type { DisputeEvent } from '../dispute.events';
import type { KnownDispute } from '../dispute.state';
import { note, ordinal } from '../fields';
import { known, today, useCase } from '../use-case';

const isDone = (dispute: KnownDispute): boolean => dispute.phase === 'closed' || dispute.phase === 'agreed';

/** 重新受理: an agreement was breached, or the parties come back after an end without agreement. */
export const reopenDispute = useCase({
  name: 'ReopenDispute',
  data: z.discriminatedUnion('reason', [
    z.strictObject({ reason: z.literal('breach'), agreement: ordinal, note }),
    z.strictObject({ reason: z.literal('new-application') }),
  ]),
  decide: known((data, dispute, context) => {
    if (dispute.file.custodian !== context.actor.org) return refuse('not-the-responsible-body');
    const reopened: DisputeEvent = {
      type: 'DisputeReopened',
      data: { reason: data.reason, reopenedOn: today(context) },
    };
    if (data.reason === 'new-application')
      return dispute.phase === 'closed' ? accept(reopened) : refuse('dispute-not-closed');
    if (!isDone(dispute)) return refuse('dispute-not-closed');
    const agreement = findAgreement(dispute.file, data.agreement);
    if (agreement === undefined) return refuse('agreement-unknown');
    // A performance that was recorded and turned out false is a breach as well.
    if (agreement.status === 'signing' || agreement.status === 'superseded') return refuse('no-breach');
    return accept(...breachOf(agreement, context, data), reopened);
  }),
});

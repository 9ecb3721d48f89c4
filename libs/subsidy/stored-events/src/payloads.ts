import { body, date, fen, personal } from '@mediation/stored-events';
import type { SubsidyDataOf, SubsidyEventType } from '@mediation/subsidy/domain';
import { z } from 'zod';

const account = z.string().min(1).meta({ description: '账号，不含姓名 an account; no name' });
const dispute = z.string().min(1).meta({ description: '纠纷编号 id of a dispute' });
const revision = z
  .int()
  .min(0)
  .meta({ description: '据以决定的纠纷版本 the revision of the dispute that this was decided on' });

/** The newest stored payload of each event. A published one is never altered: a change is a new version with an upcaster. */
export const subsidyPayloads = {
  SubsidyClaimed: z.strictObject({
    body,
    dossier: z.string().meta({ description: '卷号 number of the file' }),
    mediators: z.array(z.string().min(1)).meta({ description: '调解员编号 mediators’ numbers; no names' }),
    claimedBy: account,
    difficulty: z.enum(['simple', 'general', 'complex', 'major', 'unassessed']),
    result: z.enum(['written-agreement', 'oral-agreement', 'failed']),
    rate: z.string().min(1).meta({ description: '所依补贴标准，见规则包 the rate, in the rule pack of the metadata' }),
    amountFen: fen,
    disputeRevision: revision,
    sameAs: z.array(dispute).meta({ description: '当时已并案的登记 registrations linked as the same dispute by then' }),
    claimedOn: date,
  }),
  SubsidyReviewed: z.strictObject({ by: body, reviewer: account, reviewedOn: date }),
  SubsidyReturned: z.strictObject({
    by: body,
    reason: z.enum(['file-not-in-order', 'wrong-difficulty', 'wrong-mediators', 'other']),
    returnedOn: date,
    personal,
  }),
  SubsidyApproved: z.strictObject({ by: body, amountFen: fen, approvedOn: date }),
  SubsidyRefused: z.strictObject({
    by: body,
    reason: z.enum(['not-payable', 'duplicate', 'sham-mediation', 'other']),
    refusedOn: date,
    personal,
  }),
  SubsidyPaid: z.strictObject({
    by: body,
    amountFen: fen,
    batch: z.string().min(1).meta({ description: '发放批次 reference of the payment batch' }),
    disputeRevision: revision,
    paidOn: date,
  }),
  SubsidyYielded: z.strictObject({
    to: dispute.meta({ description: '由该登记申请或者发放 the registration that is claimed or paid instead' }),
    yieldedOn: date,
  }),
  SubsidyRecovered: z.strictObject({
    by: body,
    amountFen: fen,
    reason: z.enum(['duplicate', 'claimed-wrongly']),
    recoveredOn: date,
    personal,
  }),
} as const satisfies { readonly [Type in SubsidyEventType]: z.ZodType<SubsidyDataOf<Type>> };

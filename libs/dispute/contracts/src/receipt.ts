import { PERSONAL } from '@mediation/dispute/domain';
import { z } from 'zod';

/** One receipt for each message that could be read, keyed by a hash of the system and its reference. */
export const RECEIPTS_TOPIC = 'dispute.receipts.v1';
export const RECEIPT_TYPE = 'dispute.intake-receipt.v1';

const about = {
  source: z.string().meta({ description: '来源系统 the system that filed' }),
  reference: z
    .string()
    .meta({ description: '来源系统自己的编号，可能含个人信息 its own reference number; may be personal', ...PERSONAL }),
};

/** The same message always gets the same receipt, to the byte of its data and with the same id. */
export const receiptData = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...about,
    outcome: z.literal('accepted'),
    disputeId: z.uuid().meta({ description: '纠纷编号 the dispute it opened' }),
    revision: z.int().min(0).meta({ description: '登记后的版本 the stream’s revision after it' }),
  }),
  z.strictObject({
    ...about,
    outcome: z.literal('refused'),
    problem: z.strictObject({
      code: z.string().meta({ description: '稳定代码 stable, kebab-case' }),
      zh: z.string(),
      en: z.string(),
      errors: z
        .array(z.strictObject({ pointer: z.string(), message: z.string() }))
        .optional()
        .meta({ description: '逐个字段的错误，不含所填内容 field by field, without what was said' }),
    }),
  }),
]);
export type ReceiptData = z.output<typeof receiptData>;

import { bodyCodeSchema, DISPUTE_USE_CASES, PERSONAL, SOURCES } from '@mediation/dispute/domain';
import { z } from 'zod';

/** Outside systems file here, as CloudEvents 1.0 in either content mode of Kafka, the data as JSON. */
export const INTAKE_TOPIC = 'dispute.intake.v1';

const MOST_CHARACTERS = 200;

const filing = {
  reference: z
    .string()
    .trim()
    .min(1)
    .max(MOST_CHARACTERS)
    .optional()
    .meta({
      description:
        '来源系统自己的编号，默认为 CloudEvents 的 id the system’s own reference number; default the event’s id',
      ...PERSONAL,
    }),
  source: z
    .enum(SOURCES)
    .optional()
    .meta({ description: '来源，默认按登记的系统类别 source; default what the system is registered as' }),
  occurredAt: z.iso
    .datetime({ offset: true, error: '时间格式如 2025-03-01T09:30:00+08:00 / a time is like that' })
    .optional()
    .meta({ description: '发生时间，默认为收到之时 when it happened; default when it is taken in' }),
};

/** 一件待登记的纠纷: the body it is filed to registers it and is responsible from then on (首问责任). */
export const reportFiled = DISPUTE_USE_CASES.registerDispute.data.extend({
  ...filing,
  to: bodyCodeSchema.meta({ description: '接收机构代码 the receiving body’s code' }),
});

/** 委派、委托、移送: the system’s own body stays responsible until the receiving body accepts. A court’s own terms are for a next version. */
export const referralFiled = DISPUTE_USE_CASES.referDispute.data.omit({ court: true, consents: true }).extend({
  ...filing,
  from: bodyCodeSchema.meta({ description: '移送机构代码 the referring body’s code' }),
});

/** What may be filed, by `ce_type`. A published one is never altered: a change is a new version. */
export const INTAKE_MESSAGES = {
  'dispute.report-filed.v1': reportFiled,
  'dispute.referral-filed.v1': referralFiled,
} as const;
export type IntakeType = keyof typeof INTAKE_MESSAGES;

/** The CloudEvents attributes that are read; others may be there. */
export const intakeAttributes = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(MOST_CHARACTERS).meta({ description: '事件标识 the event’s id' }),
  source: z.string().min(1).max(MOST_CHARACTERS).meta({ description: '已登记的来源系统 the registered system' }),
  type: z.enum(['dispute.report-filed.v1', 'dispute.referral-filed.v1'] satisfies readonly IntakeType[]),
});

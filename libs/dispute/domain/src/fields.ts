import { parseBodyCode } from '@mediation/kernel';
import { z } from 'zod';
import { ROUTES } from './vocabulary';

/** Fields that several use cases take. Their descriptions are what the OpenAPI page shows. */
export const bodyCode = z
  .string()
  .max(64)
  .refine((code) => parseBodyCode(code) !== undefined, {
    error: '不是机构代码 / not a body code, e.g. 370402102-committee',
  })
  .meta({ description: '机构代码 body code', examples: ['370402102-committee'] });

export const divisionCode = z
  .string()
  .regex(/^(\d{6}|\d{9}|\d{12})$/, { error: '区划代码为 6、9 或 12 位数字 / a division code has 6, 9 or 12 digits' })
  .meta({ description: '区划代码 division code', examples: ['370402102001'] });

export const disputeId = z
  .uuid({ error: '不是纠纷编号 / not the id of a dispute' })
  .meta({ description: '纠纷编号 dispute id', examples: ['0195c3a0-0000-7000-8000-000000000001'] });

export const partyId = z
  .string()
  .regex(/^p\d{1,3}$/, { error: '当事人编号如 p1 / a party id is like p1' })
  .meta({ description: '当事人编号 party id', examples: ['p1'] });

export const clockId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+(\/\d{1,3})?$/, {
    error: '期限编号如 medical-mediation/proceeding-1 / a time limit’s id is like that',
  })
  .meta({ description: '期限编号 id of a time limit', examples: ['medical-mediation/proceeding-1'] });

export const mediatorId = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: '调解员编号 mediator id', examples: ['370402102-m1'] });

const isCalendarDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期格式 YYYY-MM-DD / a date is YYYY-MM-DD' })
  .refine(isCalendarDate, { error: '没有这一天 / there is no such day' })
  .meta({ description: '日期(北京时间) date in Asia/Shanghai', examples: ['2025-03-01'] });

export const count = z.int().min(1).max(1_000_000);
/** Integer fen; 100 fen = 1 yuan. */
export const fen = z.int().min(0).meta({ description: '金额(分) integer fen' });
export const text = (max = 4000) => z.string().trim().min(1).max(max);
/** Published with the schema: whoever files by it can tell what to protect. */
export const PERSONAL = { 'x-personal-data': true } as const;
export const note = text(2000)
  .optional()
  .meta({ description: '说明 note (kept as personal data)', ...PERSONAL });
export const routes = z
  .array(z.enum(ROUTES))
  .min(1)
  .max(3)
  .meta({ description: '已告知的救济途径 routes told (人民调解法 art. 26)' });
/** 1-based number of an agreement or obligation. */
export const ordinal = z.int().min(1).max(999);

/** The place of an event's free text that concerns the dispute as a whole. */
export const fileText = (value: string | undefined) => (value === undefined ? {} : { file: { text: value } });

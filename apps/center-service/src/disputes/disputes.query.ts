import { CHANNELS, DISPUTE_TYPES, RISK_GRADES, SOURCES } from '@mediation/dispute/domain';
import { z } from 'zod';
import { bodyOrDivision, day, divisionCode } from '../fields';
import { pageQuery } from '../paging';

export const PHASES = ['registered', 'in-mediation', 'agreed', 'ended', 'closed'] as const;

const searchText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !text.includes('\u0000'), { error: '含有空字符 / holds NUL' });

export const disputesQuery = z.strictObject({
  q: searchText.optional().meta({
    description:
      '编号，或姓名（仅限您有权看到姓名的纠纷）、事实、地点、已生效协议条款中的词；空格分开的词须全部出现 an id, or words of names (where you may see them), facts, place or terms in effect; all of them must be found',
  }),
  type: z.enum(DISPUTE_TYPES).optional(),
  source: z.enum(SOURCES).optional(),
  phase: z
    .enum([...PHASES, 'open'])
    .optional()
    .meta({ description: 'open = 未结案 all but closed' }),
  custodian: bodyOrDivision.optional(),
  channel: z.enum(CHANNELS).optional(),
  place: divisionCode.optional(),
  risk: z.enum(RISK_GRADES).optional(),
  from: day.optional().meta({ description: '登记日期起 registered on or after' }),
  to: day.optional().meta({ description: '登记日期止 registered on or before' }),
  ...pageQuery,
});
export type DisputesQuery = z.output<typeof disputesQuery>;

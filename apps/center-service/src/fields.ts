import { addDays, dateInShanghai, parseBodyCode, tierOfDivision, type Clock, type PlainDate } from '@mediation/kernel';
import { URGENCIES } from '@mediation/dispute/read-models';
import { z } from 'zod';
import { sql, type Sql } from './sql';

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;

export const day = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, { error: '日期格式 YYYY-MM-DD / a date is YYYY-MM-DD' })
  .refine(isDay, {
    error: '没有这一天 / there is no such day',
  });

/** A body, or a division and everything in it. */
export const bodyOrDivision = z
  .string()
  .max(64)
  .refine((code) => parseBodyCode(code) !== undefined || tierOfDivision(code) !== undefined, {
    error: '应为机构代码或区划代码 / a body code or a division code, e.g. 370402102-committee or 370402102',
  })
  .meta({ description: '机构代码，或区划代码（含其下辖） a body, or a division with all in it' });

export const divisionCode = z.string().refine((code) => tierOfDivision(code) !== undefined, {
  error: '区划代码为 6、9 或 12 位数字 / a division code has 6, 9 or 12 digits',
});

/** Of answers. */
export const instant = z.iso.datetime({ offset: true });
export const plainDate = z.iso.date();
export const urgency = z.enum(URGENCIES).meta({
  description:
    '红逾期 橙今天或下一工作日 黄三个工作日内 绿以后 灰中止 overdue, today or next working day, within three, later, stopped',
});
export const remaining = z.object({ days: z.int(), workingDays: z.int() });
export const bodyAnswerSchema = z.object({ body: z.string(), name: z.string().optional() });
export const describedBodySchema = bodyAnswerSchema.extend({
  kind: z.string().optional(),
  tier: z.enum(['district', 'township', 'village']).optional(),
});

/** `true` and `false` as a query string spells them. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const TIERS = ['district', 'township', 'village'] as const;

/** A column that is the body, or lies in the division. The codes were checked: they hold no pattern characters. */
export const within = (column: Sql, code: string | undefined): Sql | undefined => {
  if (code === undefined) return undefined;
  return tierOfDivision(code) === undefined ? sql`${column} = ${code}` : sql`${column} LIKE ${`${code}%`}`;
};

export const today = (clock: Clock): PlainDate => dateInShanghai(clock.now());

export const equal = (column: Sql, value: unknown): Sql | undefined =>
  value === undefined ? undefined : sql`${column} = ${value}`;

/** Moments of the days from one to another, both included, in Shanghai: a range that an index on the moment has. */
export const onDays = (at: Sql, from: PlainDate | undefined, to: PlainDate | undefined): Sql | undefined => {
  const begin = from === undefined ? undefined : sql`${at} >= ${`${from}T00:00:00+08:00`}::timestamptz`;
  const end = to === undefined ? undefined : sql`${at} < ${`${addDays(to, 1)}T00:00:00+08:00`}::timestamptz`;
  return begin && end ? sql`${begin} AND ${end}` : (begin ?? end);
};

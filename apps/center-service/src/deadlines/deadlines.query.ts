import { isTag } from '@mediation/rules';
import { z } from 'zod';
import { day } from '../fields';

const jurisdiction = z
  .string()
  .regex(/^(?:cn|(?:cn-)?(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12}))$/, {
    error: '应为 cn 或行政区划代码 / cn for the country, or a division’s code',
  })
  .optional()
  .meta({
    description: 'cn（默认）或区划代码，依其所在地的规则 cn, the default, or a division: by the law of that place',
  });

const tag = z.string().max(64).refine(isTag, { error: '没有这个标签 / there is no such tag' });

const pause = z.strictObject({ from: day, to: day }).meta({
  description: '停算之日至恢复之日，恢复之日计入 from the day it stopped to the day it went on, which counts',
});

export const deadlineBody = z.strictObject({
  rule: z
    .string()
    .min(1)
    .max(64)
    .meta({ description: '期限规则，见同一地址的 GET a rule; GET lists them', example: 'entrusted-summary' }),
  on: z
    .union([day, z.iso.datetime({ offset: true })], {
      error: '应为日期或带时区的时刻 / a date, or a moment with its offset',
    })
    .meta({ description: '起算之事发生之日 the day of what starts it', example: '2026-09-25' }),
  jurisdiction,
  pauses: z.array(pause).max(50).default([]),
  extensions: z.int().min(0).max(50).default(0).meta({ description: '延长次数 how many times it is extended' }),
  tags: z.array(tag).max(50).default([]).meta({ description: '另外的情形，如 matter:complex-case what else is so' }),
});

export const deadlineRulesQuery = z.strictObject({
  on: day.optional().meta({ description: '该日有效的；默认今天 in force on that day; default: today' }),
  jurisdiction,
});

import { DISPUTE_TYPES } from '@mediation/dispute/domain';
import { WARNING_FAMILIES } from '@mediation/dispute/read-models';
import { z } from 'zod';
import { plainDate, TIERS } from '../fields';

const count = z.int().min(0);
const told = z.object({ zh: z.string(), en: z.string() });
const period = { from: plainDate, to: plainDate, org: z.string().optional() };

const division = z.object({
  code: z.string(),
  name: z.string().optional(),
  tier: z.enum(TIERS),
  parent: z.string().optional(),
});

export const hotSpotsAnswer = z.object({
  ...period,
  type: z.string().optional(),
  total: count,
  byType: z.record(z.string(), count),
  places: z
    .array(
      z.object({
        division,
        count: count.meta({ description: '该地点自身的件数，不含下辖 of the place itself, without what lies in it' }),
        before: count.meta({ description: '紧接之前等长一期 as long a period right before' }),
        byType: z.record(z.string(), count),
      }),
    )
    .meta({ description: '所辖全部区划，含没有纠纷的 every division, those without disputes included' }),
  rules: told,
});
export type HotSpotsAnswer = z.output<typeof hotSpotsAnswer>;

const family = z.enum(WARNING_FAMILIES);

export const warningsAnswer = z.object({
  month: z.object({ from: plainDate, to: plainDate, complete: z.boolean() }),
  org: z.string().optional(),
  status: z.enum(['tested', 'insufficient-history']),
  months: count.meta({ description: '此前已有的完整月数 complete months before it that are known' }),
  method: z.object({
    falseAlarmsPerMonth: z.number().meta({ description: '容许的误报上限 the false alarms tolerated' }),
    leastCount: count,
    leastMonths: count,
    families: z.array(z.object({ family, series: count, alpha: z.number(), expectedFalseAlarms: z.number() })),
    measured: z.object({
      seed: z.int(),
      months: count,
      disputesPerMonth: count,
      falseAlarmsPerMonth: z.number(),
      low: z.number(),
      high: z.number(),
      doublingSeen: z.number(),
      triplingSeen: z.number(),
    }),
    ...told.shape,
  }),
  warnings: z.array(
    z.object({
      family,
      division,
      type: z.enum(DISPUTE_TYPES).optional(),
      count,
      expected: z.number(),
      threshold: count,
      probability: z.number(),
    }),
  ),
});
export type WarningsAnswer = z.output<typeof warningsAnswer>;

const member = z.object({
  id: z.string(),
  type: z.string(),
  place: z.string(),
  registeredOn: plainDate,
  phase: z.string(),
});
export type Member = z.output<typeof member>;

export const repeatPartiesAnswer = z.object({
  ...period,
  parties: z.array(
    z.object({
      name: z.string().meta({ description: '无权查看全名的已遮蔽 masked unless you may see it' }),
      organisation: z.boolean(),
      size: count,
      disputes: z.array(member).meta({ description: '最近 10 件 the latest ten' }),
    }),
  ),
  rules: told,
});
export type RepeatPartiesAnswer = z.output<typeof repeatPartiesAnswer>;

export const linkedDisputesAnswer = z.object({
  ...period,
  groups: z.array(z.object({ size: count, duplicates: count, related: count, disputes: z.array(member) })),
  rules: told,
});
export type LinkedDisputesAnswer = z.output<typeof linkedDisputesAnswer>;

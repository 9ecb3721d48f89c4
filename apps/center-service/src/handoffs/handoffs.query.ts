import { CHANNELS, HANDOFF_KINDS } from '@mediation/dispute/domain';
import { z } from 'zod';
import { bodyOrDivision, day, flag, TIERS } from '../fields';
import { pageQuery } from '../paging';

export const HANDOFF_STATES = ['offered', 'acknowledged', 'accepted', 'returned', 'withdrawn', 'lapsed'] as const;

const asOf = day
  .optional()
  .meta({ description: '看板日期，默认今天（北京时间） the board as it stood that evening; default today' });

const filters = {
  from: bodyOrDivision.optional(),
  to: bodyOrDivision.optional(),
  org: bodyOrDivision.optional().meta({ description: '任一方为此机构或在此区划 either side' }),
  fromTier: z.enum(TIERS).optional(),
  toTier: z.enum(TIERS).optional(),
  channel: z.enum(CHANNELS).optional().meta({ description: '任一方的调解渠道 either side’s channel' }),
  fromChannel: z.enum([...CHANNELS, 'none']).optional(),
  toChannel: z.enum([...CHANNELS, 'none']).optional(),
  kind: z.enum(HANDOFF_KINDS).optional(),
  state: z
    .enum([...HANDOFF_STATES, 'open'])
    .optional()
    .meta({ description: 'open = offered + acknowledged' }),
  overdue: flag.optional(),
  acknowledged: flag.optional().meta({ description: '是否已签收 whether the receiver has acknowledged it' }),
  dueFrom: day.optional().meta({ description: '未答复且答复期限不早于此日 open, to be answered on that day or later' }),
  dueBy: day.optional().meta({ description: '未答复且答复期限不晚于此日 open, to be answered by that day' }),
  bounce: z.coerce
    .number()
    .int()
    .min(1)
    .max(9)
    .optional()
    .meta({ description: '被退回，且至少是第几次 returned, for at least so many times in a row' }),
  asOf,
};

const since = day.optional().meta({
  description:
    '已答复的只统计此日以来的，默认 90 天 of what is settled, only that of this day and later; default 90 days',
});

export const handoffsQuery = z.strictObject({
  ...filters,
  order: z
    .enum(['newest', 'due'])
    .default('newest')
    .meta({ description: 'newest 最新移交在前 newest offers first; due 期限最近在前 what must be answered first' }),
  ...pageQuery,
});
export const matrixQuery = z.strictObject({ ...filters, since });
export const bodiesQuery = z.strictObject({ org: bodyOrDivision.optional(), asOf, since });

export type MatrixQuery = z.output<typeof matrixQuery>;
export type HandoffFilters = Omit<MatrixQuery, 'since'>;
export type HandoffsQuery = z.output<typeof handoffsQuery>;
export type BodiesQuery = z.output<typeof bodiesQuery>;

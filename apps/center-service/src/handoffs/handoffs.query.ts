import { CHANNELS, HANDOFF_KINDS } from '@mediation/dispute/domain';
import { z } from 'zod';
import { bodyOrDivision, day, flag, TIERS } from '../fields';
import { pageQuery } from '../paging';

export const HANDOFF_STATES = ['offered', 'acknowledged', 'accepted', 'returned', 'withdrawn', 'lapsed'] as const;

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
  asOf: day
    .optional()
    .meta({ description: '看板日期，默认今天（北京时间） the board as it stood that evening; default today' }),
};

export const handoffsQuery = z.strictObject({ ...filters, ...pageQuery });
export const matrixQuery = z.strictObject(filters);
export type HandoffFilters = z.output<typeof matrixQuery>;
export type HandoffsQuery = z.output<typeof handoffsQuery>;

import { CHANNELS, DISPUTE_TYPES } from '@mediation/dispute/domain';
import { z } from 'zod';
import { plainDate, TIERS } from '../fields';

const count = z.int().min(0);
const countsBy = <Key extends string>(keys: readonly Key[]) => z.partialRecord(z.enum(keys), count);

export const summaryAnswer = z
  .object({
    from: plainDate,
    to: plainDate,
    asOf: plainDate.meta({ description: '移交的状态截至此日 handoffs as of this day' }),
    mediated: count,
    succeeded: count,
    byChannel: countsBy(CHANNELS),
    byTier: countsBy(TIERS),
    byType: countsBy(DISPUTE_TYPES),
    medical: count,
    massIncidents: z.object({ cases: count, people: count }),
    civilToCriminalPrevented: count,
    petitionsAvoided: count,
    openHandoffs: count,
    overdue: count,
    rules: z.record(z.string(), z.string()).meta({ description: '每个数字怎样数出 how each figure is counted' }),
  })
  .meta({ id: 'Summary' });
export type SummaryAnswer = z.output<typeof summaryAnswer>;

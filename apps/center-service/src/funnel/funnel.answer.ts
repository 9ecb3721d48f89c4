import { z } from 'zod';
import { describedBodySchema, plainDate, TIERS } from '../fields';
import { pageAnswer } from '../paging';

const count = z.int().min(0);
const byName = z.record(z.string(), count);
const tierCounts = z.object({ village: count, township: count, district: count });
const share = z.object({ part: count, whole: count, share: z.number().min(0).max(1).nullable() });

export const figuresAnswer = z.object({
  registered: count,
  registeredByTier: tierCounts,
  settled: count,
  settledByTier: tierCounts,
  settledByChannel: z.object({ peoples: count, administrative: count, judicial: count }),
  settledByStep: z.object({
    first: count,
    again: count,
    'after-escalation': count,
    'after-directive': count,
    'after-link': count,
  }),
  settledByThemselves: count,
  withdrawn: count,
  notAccepted: count,
  notAcceptedByReason: byName,
  unresolved: count,
  unresolvedByReason: byName,
  unresolvedByDestination: byName,
  open: count,
  wentUp: count,
  wentUpByRoute: byName,
  wentUpByReason: byName,
  cameBack: count,
  cameBackByHow: byName,
  rates: z.object({ inVillage: share, inTownship: share, withinNetwork: share }),
});

export const flowAnswer = z.object({ from: z.enum(TIERS), to: z.string(), count });

const period = z.object({ from: plainDate, to: plainDate, figures: figuresAnswer });

export const funnelAnswer = z.object({
  from: plainDate,
  to: plainDate,
  org: z.string().optional(),
  asOf: plainDate,
  complete: z.boolean().meta({ description: '期间已结束 the period is over' }),
  figures: figuresAnswer,
  flows: z.array(flowAnswer),
  steps: z.array(period),
  previous: period,
  yearEarlier: period,
  rules: z.array(z.object({ figure: z.string(), zh: z.string(), en: z.string() })),
});
export type FunnelAnswer = z.output<typeof funnelAnswer>;

export const funnelDispute = z.object({
  id: z.string(),
  type: z.string(),
  place: z.string(),
  registeredOn: plainDate,
  registeredBy: describedBodySchema,
  custodian: describedBodySchema,
  result: z.string().meta({ description: '结果代码，open 为在办 a code of the result; open while it is open' }),
  resultOn: plainDate.optional(),
  wentUp: z.string().optional(),
  cameBack: z.string().optional(),
});
export const funnelDisputesAnswer = z.object({ figure: z.string(), ...pageAnswer(funnelDispute) });
export type FunnelDispute = z.output<typeof funnelDispute>;

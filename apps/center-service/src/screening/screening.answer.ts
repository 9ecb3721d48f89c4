import { DISPUTE_TYPES, PERSONAL, RISK_GRADES } from '@mediation/dispute/domain';
import { FINDING_OUTCOMES, SCREENING_KINDS } from '@mediation/screening/domain';
import { z } from 'zod';
import { bodyAnswerSchema, plainDate, TIERS } from '../fields';
import { pageAnswer } from '../paging';

const count = z.int().min(0);

const planAnswer = z.object({
  id: z.string(),
  planner: bodyAnswerSchema,
  kind: z.enum(SCREENING_KINDS),
  theme: z.string(),
  from: plainDate,
  to: plainDate,
  dueOn: plainDate,
  state: z.enum(['open', 'overdue', 'closed']).meta({ description: '截至 asOf as of that day' }),
  closedOn: plainDate.optional(),
  places: count.meta({ description: '须报送的区划数，限本机构可见的 divisions asked, of those that you may read' }),
  reported: count.meta({ description: '已报送，含零报告 reported, zero reports among them' }),
  zero: count,
  late: count,
  missing: count,
  findings: count,
  unsettled: count.meta({ description: '尚未处理的线索 findings of which nothing is said yet' }),
});

export const plansAnswer = z.object({ asOf: plainDate, ...pageAnswer(planAnswer) });

const round = z.object({
  body: bodyAnswerSchema,
  heldOn: plainDate,
  recordedOn: plainDate,
  zero: z.boolean(),
  late: z.boolean(),
  findings: count,
});

export const planProgressAnswer = planAnswer.extend({
  asOf: plainDate,
  progress: z
    .array(
      z.object({
        place: z.string(),
        tier: z.enum(TIERS),
        name: z.string().optional(),
        state: z.enum(['reported', 'zero', 'waiting', 'missing']).meta({
          description: 'waiting 未报送，尚未到期 not due yet; missing 到期未报送 due and not reported',
        }),
        round: round.optional(),
      }),
    )
    .meta({ description: '按部署的顺序 in the plan’s order' }),
});

const findingAnswer = z.object({
  plan: z.string(),
  finding: z.string(),
  place: z.string(),
  body: bodyAnswerSchema,
  concentrated: z.boolean(),
  heldOn: plainDate,
  recordedOn: plainDate,
  type: z.enum(DISPUTE_TYPES),
  headcount: z.int(),
  riskGrade: z.enum(RISK_GRADES),
  facts: z.string().optional().meta(PERSONAL),
  outcome: z.enum(FINDING_OUTCOMES).optional(),
  settledOn: plainDate.optional(),
  dispute: z.string().optional(),
});

export const findingsAnswer = z.object(pageAnswer(findingAnswer));

export type PlanAnswer = z.output<typeof planAnswer>;
export type PlansAnswer = z.output<typeof plansAnswer>;
export type PlanProgressAnswer = z.output<typeof planProgressAnswer>;
export type FindingsAnswer = z.output<typeof findingsAnswer>;

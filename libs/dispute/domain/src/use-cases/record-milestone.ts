import { accept, dateInShanghai, refuse, type BodyCode, type PlainDate } from '@mediation/kernel';
import type { OccurrenceKind } from '@mediation/rules';
import { z } from 'zod';
import { kindOf } from '../custody';
import type { DisputeFile } from '../dispute.state';
import { plainDate } from '../fields';
import { barTo, isHealthAuthority } from '../situation';
import { known, today, useCase } from '../use-case';
import { MILESTONES, type Milestone } from '../vocabulary';

/** Whose step it is, besides the responsible body that hears of it. */
const isItsStep = (milestone: Milestone, body: BodyCode): boolean => {
  if (milestone.startsWith('traffic-')) return kindOf(body) === 'police';
  if (milestone.startsWith('petition-')) return kindOf(body) === 'petition-office';
  if (milestone.startsWith('health-')) return isHealthAuthority(body);
  // The judicial administration decides on objections (法律援助法 art. 49).
  if (milestone.startsWith('aid-')) return ['legal-aid-center', 'justice-bureau'].includes(kindOf(body) ?? '');
  return milestone.startsWith('transfer-') && kindOf(body) === 'agency';
};

/** What must have been reached before, on that day or earlier. */
const AFTER: { readonly [M in Milestone]?: OccurrenceKind } = {
  'traffic-mediation-concluded': 'traffic-mediation-applied',
  'petition-routed': 'petition-received',
  'petition-objected': 'petition-routed',
  'petition-accepted': 'petition-received',
  'petition-concluded': 'petition-accepted',
  'petition-review-requested': 'petition-concluded',
  'petition-reviewed': 'petition-review-requested',
  'petition-final-review-requested': 'petition-reviewed',
  'petition-final-reviewed': 'petition-final-review-requested',
  'health-accepted': 'health-applied',
  'health-concluded': 'health-applied',
  'aid-objected': 'aid-decided',
  'aid-objection-decided': 'aid-objected',
  'transfer-passed-on': 'transfer-received',
  'transfer-answered': 'transfer-passed-on',
};

const inOrder = ({ occurrences }: DisputeFile, milestone: Milestone, on: PlainDate): boolean => {
  const before = AFTER[milestone];
  return before === undefined || occurrences.some(({ what, at }) => what === before && dateInShanghai(at) <= on);
};

/** 外部节点: a step outside mediation from which the law counts. What happened may be told late, also of a closed file. */
export const recordMilestone = useCase({
  name: 'RecordMilestone',
  data: z.strictObject({
    milestone: z.enum(MILESTONES).meta({ description: '节点 the step' }),
    on: plainDate.optional().meta({ description: '到来之日，默认当日 the day it was reached; default today' }),
  }),
  decide: known(({ milestone, on }, dispute, context) => {
    const { org } = context.actor;
    if (dispute.file.custodian !== org && !isItsStep(milestone, org)) return refuse('not-the-body-of-this-step');
    const reachedOn = on ?? today(context);
    if (reachedOn > today(context)) return refuse('date-in-the-future');
    if (!inOrder(dispute.file, milestone, reachedOn)) return refuse('milestone-out-of-order');
    // What the health authority says it accepts is its own act; what another body tells of it has happened, lawful or not.
    const ground =
      milestone === 'health-accepted' && isHealthAuthority(org)
        ? barTo('take-up-formally', dispute, context)
        : undefined;
    return ground
      ? refuse('barred-by-rule', ground)
      : accept({ type: 'MilestoneReached', data: { milestone, reachedOn } });
  }),
});

import { requestSchema, type OfferedAction } from '@mediation/aggregate-api';
import type { DisputeId } from '@mediation/dispute/domain';
import {
  decide,
  type CaseFacts,
  type Context,
  type Subsidy,
  type SubsidyCommand,
  type SubsidyDecision,
} from '@mediation/subsidy/domain';
import { SUBSIDY_CALLS } from './subsidy.calls';
import { problemOf } from './subsidy.problems';
import type { SubsidyRoute } from './subsidy.routes';

export interface Moment {
  readonly id: DisputeId;
  readonly facts: CaseFacts;
  readonly sameAs: readonly DisputeId[];
  readonly subsidy: Subsidy;
  readonly context: Context;
}

/** A command as whoever looks at the case would send it, to see whether it would be refused. */
const trialOf = ({ useCase: type }: SubsidyRoute, { facts, sameAs, subsidy }: Moment): SubsidyCommand => {
  const read = { facts, sameAs: [...sameAs], claimedElsewhere: [], yields: subsidy.yields };
  switch (type) {
    case 'ClaimSubsidy':
      return { type, data: { read } };
    case 'PaySubsidy':
      return { type, data: { read, batch: '—' } };
    case 'ReviewSubsidy':
      return { type, data: { decision: 'passed' } };
    case 'ApproveSubsidy':
      return { type, data: {} };
    case 'RefuseSubsidy':
      return { type, data: { reason: 'other' } };
    case 'RecoverSubsidy':
      return { type, data: { reason: 'duplicate' } };
    case 'YieldSubsidy':
      throw new Error('yielding has no call');
  }
};

const reasonOf = (decision: Extract<SubsidyDecision, { kind: 'refused' }>): OfferedAction['reasons'][number] => {
  const { code, zh, en, extensions } = problemOf(decision.refusal, decision);
  const article = extensions?.['article'];
  return { code: decision.ground?.rule ?? code, zh, en, ...(typeof article === 'string' && { article }) };
};

/** What is chosen from, by field. */
const CHOICES: Readonly<Partial<Record<SubsidyRoute['useCase'], OfferedAction['choices']>>> = {
  ReviewSubsidy: {
    decision: [
      { value: 'passed', zh: '通过', en: 'Pass on' },
      { value: 'returned', zh: '退回补正', en: 'Send back' },
    ],
    reason: [
      { value: 'file-not-in-order', zh: '卷宗不合要求', en: 'File not in order' },
      { value: 'wrong-difficulty', zh: '难易评定有误', en: 'Wrong difficulty' },
      { value: 'wrong-mediators', zh: '调解员有误', en: 'Wrong mediators' },
      { value: 'other', zh: '其他', en: 'Other' },
    ],
  },
  RefuseSubsidy: {
    reason: [
      { value: 'not-payable', zh: '不属补贴范围', en: 'Not payable' },
      { value: 'duplicate', zh: '重复申请', en: 'Claimed twice' },
      { value: 'sham-mediation', zh: '虚假调解', en: 'Sham mediation' },
      { value: 'other', zh: '其他', en: 'Other' },
    ],
  },
  RecoverSubsidy: {
    reason: [
      { value: 'duplicate', zh: '同一纠纷重复发放', en: 'Paid twice for one dispute' },
      { value: 'claimed-wrongly', zh: '申请有误', en: 'Claimed wrongly' },
    ],
  },
};

/** What the caller may do with the subsidy now, by asking the decision itself. */
export const offeredActions = (
  routes: readonly SubsidyRoute[],
  base: string,
  moment: Moment,
): readonly OfferedAction[] =>
  routes.map((route) => {
    const decision = decide(trialOf(route, moment), moment.subsidy, moment.context);
    const { useCase, zh, en, path } = route;
    return {
      useCase,
      zh,
      en,
      path: `${base}${path.replace(':id', moment.id)}`,
      allowed: decision.kind === 'accepted',
      reasons: decision.kind === 'accepted' ? [] : [reasonOf(decision)],
      schema: requestSchema(SUBSIDY_CALLS, route),
      example: { ...SUBSIDY_CALLS.examples[useCase] },
      choices: CHOICES[useCase] ?? {},
    };
  });

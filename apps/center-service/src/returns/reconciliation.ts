import { CLASSIFICATION, type DisputeType, type GovernanceType } from '@mediation/dispute/domain';
import type { Acceptance, CountedDispute } from './counted-dispute';
import { belongsTo, type Known, type Scope } from './counting';
import { firstOfPeoples } from './justice-form';
import { isWithin } from './period';
import type { Cell, Knowledge } from './return-sheet';

/** One line of the way from one return's total to the other's; `sign` says how it enters the sum. */
export interface ReconciliationLine extends Cell {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly sign: 'total' | 'plus' | 'minus';
}

export interface MappedTypes {
  readonly type: DisputeType;
  readonly governance: GovernanceType;
  readonly typeZh: string;
  readonly governanceZh: string;
  readonly handled: number;
}

type Test = (dispute: CountedDispute, scope: Scope) => boolean;

const counts = (acceptance: Acceptance | undefined, { period, org }: Scope): boolean =>
  acceptance !== undefined && isWithin(period, acceptance.on) && belongsTo(org, acceptance.body);

const found: Test = ({ registered }, { period, org }) =>
  isWithin(period, registered.on) && belongsTo(org, registered.body);
const handled: Test = ({ acceptances: [first] }, scope) => counts(first, scope);
const accepted: Test = (dispute, scope) => counts(firstOfPeoples(dispute), scope);
const not =
  (test: Test): Test =>
  (dispute, scope) =>
    !test(dispute, scope);
const both =
  (a: Test, b: Test): Test =>
  (dispute, scope) =>
    a(dispute, scope) && b(dispute, scope);

type Line = readonly [key: string, sign: ReconciliationLine['sign'], zh: string, en: string, test: Test];

const LINES: readonly Line[] = [
  ['found', 'total', '排查情况表·排查数（小计）', 'governance return: found, subtotal', found],
  [
    'not-handled',
    'minus',
    '期内登记，期内未被受理（等待、不予受理、拒绝、期后受理或由本机构以外受理）',
    'registered in the period, not first accepted in it here (waiting, declined, refused, later or elsewhere)',
    both(found, not(handled)),
  ],
  [
    'found-before',
    'plus',
    '期前登记（或由本机构以外登记）,期内受理',
    'registered before the period or elsewhere, first accepted in it here',
    both(handled, not(found)),
  ],
  ['handled', 'total', '排查情况表·调处数（小计）', 'governance return: handled, subtotal', handled],
  [
    'other-channels',
    'minus',
    '由行政或司法调解首次受理，期内未转人民调解',
    'first accepted by administrative or judicial mediation, not by people’s mediation in the period',
    both(handled, not(accepted)),
  ],
  [
    'turned-to-peoples',
    'plus',
    '此前已由其他渠道（或本机构以外）受理，期内首次由人民调解受理',
    'accepted before in another channel or elsewhere, first by people’s mediation in the period',
    both(accepted, not(handled)),
  ],
  ['accepted', 'total', '人民调解统计表·受理（合计）', 'justice return: accepted, total', accepted],
];

const countOf = ({ disputes }: Known, test: Test, scope: Scope): number =>
  disputes.filter((dispute) => test(dispute, scope)).length;

/** How the totals of both returns follow from each other. */
export const reconciliation = ({ original, current }: Knowledge, scope: Scope): readonly ReconciliationLine[] =>
  LINES.map(([key, sign, zh, en, test]) => {
    const then = countOf(original, test, scope);
    return { key, sign, zh, en, original: then, correction: countOf(current, test, scope) - then };
  });

/** How the handled disputes lie in both codings: the rows add up to one form's types, the columns to the other's. */
export const mappedTypes = ({ current }: Knowledge, scope: Scope): readonly MappedTypes[] => {
  const { types, governance } = CLASSIFICATION;
  const handledNow = current.disputes.filter((dispute) => handled(dispute, scope));
  return (Object.keys(types) as DisputeType[]).flatMap((type) =>
    (Object.keys(governance) as GovernanceType[])
      .map((to) => ({
        type,
        governance: to,
        typeZh: types[type].zh,
        governanceZh: governance[to].zh,
        handled: handledNow.filter((each) => each.type === type && each.governance === to).length,
      }))
      .filter((each) => each.handled > 0),
  );
};

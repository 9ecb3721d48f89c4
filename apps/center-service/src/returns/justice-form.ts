import { CLASSIFICATION, DISPUTE_TYPES, type EscalationRisk, type Source } from '@mediation/dispute/domain';
import { parseBodyCode } from '@mediation/kernel';
import type { Acceptance, CountedAgreement, CountedDispute } from './counted-dispute';
import { belongsTo, type CellRule, type Count, type Figure, type ReturnForm, type Scope } from './counting';
import { isWithin } from './period';

/** The first acceptance by people's mediation: what puts a dispute into this return, once. */
export const firstOfPeoples = ({ acceptances }: CountedDispute): Acceptance | undefined =>
  acceptances.find(({ channel }) => channel === 'peoples');

const inEffect = (dispute: CountedDispute, { period: { to } }: Scope): CountedAgreement | undefined => {
  const peoples = dispute.acceptances
    .filter(({ channel }) => channel === 'peoples')
    .map(({ proceeding }) => proceeding);
  return dispute.agreements.findLast(
    ({ proceeding, effectiveOn }) => peoples.includes(proceeding) && effectiveOn !== undefined && effectiveOn <= to,
  );
};

const accepted: Count = (dispute, { period, org }) => {
  const first = firstOfPeoples(dispute);
  return first && isWithin(period, first.on) && belongsTo(org, first.body) ? [{ n: 1, tier: first.tier }] : [];
};

/** The form knows three ways in. */
type Way = 'proactive' | 'application' | 'entrusted';
const WAYS: Readonly<Partial<Record<Source, Way>>> = {
  proactive: 'proactive',
  screening: 'proactive',
  grid: 'proactive',
  application: 'application',
  online: 'application',
};
const wayOf = ({ source }: CountedDispute): Way => WAYS[source] ?? 'entrusted';

const acceptedBy =
  (way: Way): Count =>
  (dispute, scope) =>
    wayOf(dispute) === way ? accepted(dispute, scope) : [];

/** Of those accepted, what the agreement in effect says. */
const settled =
  (n: (agreement: CountedAgreement, scope: Scope) => number): Count =>
  (dispute, scope) => {
    const agreement = inEffect(dispute, scope);
    return agreement
      ? accepted(dispute, scope).flatMap((each) => {
          const amount = n(agreement, scope);
          return amount === 0 ? [] : [{ ...each, n: amount }];
        })
      : [];
  };

const averted =
  (risk: EscalationRisk, what: 'cases' | 'people'): Count =>
  (dispute, { period, org }) =>
    dispute.averted
      .filter((each) => each.risk === risk && isWithin(period, each.on) && belongsTo(org, each.body))
      .map(({ body, people }) => ({ n: what === 'cases' ? 1 : people, tier: parseBodyCode(body)?.tier }));

type Counted = Figure & { readonly group?: readonly [zh: string, en: string]; readonly count?: Count };

const figure = (
  key: string,
  [zh, en]: readonly [string, string],
  [formulaZh, formulaEn]: readonly [string, string],
  more: Partial<Counted> = {},
): Counted => ({ key, zh, en, formulaZh, formulaEn, unit: 'cases', certainty: 'local-policy', ...more });

const SOURCE = { group: ['案件来源', 'source'] as const };
const FORM = { group: ['协议形式', 'form'] as const };
const CRIME = { group: ['防止民转刑', 'kept from turning criminal'] as const };
const CROWD = { group: ['防止群体性上访', 'mass petitions averted'] as const };

const FIGURES: readonly Counted[] = [
  figure(
    'accepted',
    ['受理', 'accepted'],
    [
      '人民调解组织首次受理日期在期内的纠纷，一案一件',
      'disputes whose first acceptance by a people’s mediation body falls in the period, each once',
    ],
    { count: accepted },
  ),
  figure(
    'proactive',
    ['主动调解', 'proactive'],
    ['受理中来源为主动、排查、网格的', 'of accepted, from mediators themselves, screening or the grid'],
    { ...SOURCE, count: acceptedBy('proactive') },
  ),
  figure(
    'application',
    ['依申请', 'on application'],
    ['受理中来源为当事人申请、网上申请的', 'of accepted, on a party’s application, online too'],
    { ...SOURCE, count: acceptedBy('application') },
  ),
  figure(
    'entrusted',
    ['接受委托移送', 'entrusted or referred'],
    [
      '受理中其余来源的（法院、公安、信访、热线等）;热线算移送是本系统的判断',
      'of accepted, from all other sources (court, police, petitions, hotlines); that hotlines refer is our judgement',
    ],
    { ...SOURCE, count: acceptedBy('entrusted'), certainty: 'unsure' },
  ),
  figure(
    'succeeded',
    ['调解成功', 'succeeded'],
    [
      '受理中至期末有人民调解的全部或部分协议生效的',
      'of accepted, with a full or partial agreement of people’s mediation in effect by the end of the period',
    ],
    { count: settled(() => 1) },
  ),
  figure('success-rate', ['成功率', 'success rate'], ['调解成功÷受理', 'succeeded ÷ accepted'], { unit: 'percent' }),
  figure(
    'written',
    ['书面', 'written'],
    ['调解成功中，最近生效的协议为书面的', 'of succeeded, the latest agreement in effect is written'],
    { ...FORM, count: settled(({ form }) => (form === 'written' ? 1 : 0)) },
  ),
  figure(
    'oral',
    ['口头', 'oral'],
    ['调解成功中，最近生效的协议为口头的', 'of succeeded, the latest agreement in effect is oral'],
    { ...FORM, count: settled(({ form }) => (form === 'oral' ? 1 : 0)) },
  ),
  figure(
    'amount',
    ['协议涉及金额', 'amount agreed'],
    ['调解成功的，最近生效协议的金额之和', 'of succeeded, the sums of the latest agreements in effect'],
    { unit: 'fen', count: settled(({ amountFen }) => amountFen) },
  ),
  figure(
    'performed',
    ['已履行', 'performed'],
    ['调解成功中，该协议至期末履行完毕的', 'of succeeded, that agreement is performed by the end of the period'],
    {
      count: settled(({ performedOn }, { period }) => (performedOn !== undefined && performedOn <= period.to ? 1 : 0)),
    },
  ),
  figure(
    'crime-cases',
    ['件', 'cases'],
    ['期内防止民转刑的次数', 'times a turn from civil to criminal was averted in the period'],
    { ...CRIME, count: averted('civil-to-criminal', 'cases') },
  ),
  figure('crime-people', ['人', 'people'], ['其中涉及的人数', 'the people in these'], {
    ...CRIME,
    unit: 'people',
    count: averted('civil-to-criminal', 'people'),
  }),
  figure(
    'crowd-cases',
    ['件', 'cases'],
    ['期内防止群体性上访的次数', 'times a mass petition was averted in the period'],
    { ...CROWD, count: averted('mass-petition', 'cases') },
  ),
  figure('crowd-people', ['人', 'people'], ['其中涉及的人数', 'the people in these'], {
    ...CROWD,
    unit: 'people',
    count: averted('mass-petition', 'people'),
  }),
];

const TOTAL = 'total';

const cell = (row: string, column: string): CellRule => {
  const { unit, count } = FIGURES.find(({ key }) => key === column) ?? {};
  if (count === undefined || unit === 'percent' || unit === 'rounds' || unit === undefined)
    return { unit: 'percent', of: [row, 'succeeded'], over: [row, 'accepted'] };
  return { unit, count, slice: row === TOTAL ? {} : { where: ({ type }) => type === row } };
};

/** 司法行政: the justice bureau's return on people's mediation. */
export const JUSTICE_FORM: ReturnForm = {
  kind: 'justice',
  zh: '人民调解案件情况统计表',
  en: 'Return on people’s mediation (justice bureau)',
  source: '黄石市司法局人民调解月报(2016年发布）所列类型与指标',
  columns: FIGURES.map(({ key, zh, en, group }) => ({
    key,
    zh,
    en,
    ...(group && { groupZh: group[0], groupEn: group[1] }),
  })),
  rows: [
    { key: TOTAL, zh: '合计', en: 'total' },
    ...DISPUTE_TYPES.map((key) => ({ key, zh: CLASSIFICATION.types[key].zh, en: CLASSIFICATION.types[key].en })),
  ],
  figures: FIGURES.map(({ group, count: _, ...each }) =>
    group ? { ...each, zh: `${group[0]}·${each.zh}`, en: `${group[1]}: ${each.en}` } : each,
  ),
  cell,
};

import { CLASSIFICATION, GOVERNANCE_TYPES } from '@mediation/dispute/domain';
import { parseBodyCode } from '@mediation/kernel';
import type { CountedDispute } from './counted-dispute';
import { belongsTo, type CellRule, type Count, type Figure, type ReturnForm, type Slice } from './counting';
import { isWithin } from './period';

const found: Count = ({ registered }, { period, org }) =>
  isWithin(period, registered.on) && belongsTo(org, registered.body) ? [{ n: 1, tier: registered.tier }] : [];

const handled: Count = ({ acceptances: [first] }, { period, org }) =>
  first && isWithin(period, first.on) && belongsTo(org, first.body) ? [{ n: 1, tier: first.tier }] : [];

const succeeded: Count = (dispute, scope) =>
  dispute.agreements.some(({ effectiveOn }) => effectiveOn !== undefined && effectiveOn <= scope.period.to)
    ? handled(dispute, scope)
    : [];

const incidents =
  (what: 'cases' | 'people'): Count =>
  ({ emergencies }, { period, org }) =>
    emergencies
      .filter(({ on, body }) => isWithin(period, on) && belongsTo(org, body))
      .map(({ body, people }) => ({ n: what === 'cases' ? 1 : people, tier: parseBodyCode(body)?.tier }));

/** Bands share no number: each begins where the one before ends. */
export const HEADCOUNT_BANDS = [
  { key: 'people-under-50', zh: '50人以下', en: 'under 50', from: 0, below: 50 },
  { key: 'people-50-to-100', zh: '50人以上不满100人', en: '50 to 99', from: 50, below: 100 },
  { key: 'people-100-to-500', zh: '100人以上不满500人', en: '100 to 499', from: 100, below: 500 },
  { key: 'people-500-and-more', zh: '500人以上', en: '500 and more', from: 500, below: Infinity },
] as const;

interface Row extends Omit<Figure, 'unit'> {
  readonly group: readonly [zh: string, en: string];
  readonly rule: (column: string) => CellRule;
}

const TIER_COLUMNS: Readonly<Record<string, Slice>> = {
  district: { tier: 'district' },
  township: { tier: 'township' },
  village: { tier: 'village' },
  subtotal: {},
  'year-to-date': { yearToDate: true },
};
const sliceOf = (column: string): Slice => TIER_COLUMNS[column] ?? {};

type Names = readonly [key: string, zh: string, en: string];

const counted = (
  [key, zh, en]: Names,
  group: Row['group'],
  { count, unit = 'cases', where }: { count: Count; unit?: 'cases' | 'people'; where?: (d: CountedDispute) => boolean },
  [formulaZh, formulaEn, certainty = 'local-policy']: readonly [string, string, Figure['certainty']?],
): Row => ({
  key,
  zh,
  en,
  group,
  formulaZh,
  formulaEn,
  certainty,
  rule: (column) => ({ unit, count, slice: { ...sliceOf(column), ...(where && { where }) } }),
});

const rate = (names: Names, [of, over]: readonly [string, string], [zh, en]: readonly [string, string]): Row => ({
  key: names[0],
  zh: names[1],
  en: names[2],
  group: ALL,
  formulaZh: zh,
  formulaEn: en,
  certainty: 'local-policy',
  rule: (column) => ({ unit: 'percent', of: [of, column], over: [over, column] }),
});

const ALL: Row['group'] = ['总体', 'in all'];
const TYPES: Row['group'] = ['纠纷类型（排查数）', 'by type (found)'];
const PEOPLE: Row['group'] = ['涉及人数（排查数）', 'by people (found)'];
const MAJOR: Row['group'] = ['重大', 'major'];
const ROUNDS: Row['group'] = ['排查', 'screening'];

const isMajor = ({ major }: CountedDispute): boolean => major;
const FOUND: readonly [string, string] = [
  '排查数中属该类的，类型由细类得出',
  'of found, those of the type that the fine code maps to',
];

const ROWS: readonly Row[] = [
  counted(['found', '排查数', 'found'], ALL, { count: found }, [
    '登记日期在期内的纠纷，按登记机构所在层级',
    'disputes registered in the period, by the tier of the registering body',
  ]),
  counted(['handled', '调处数', 'handled'], ALL, { count: handled }, [
    '首次受理（人民、行政、司法调解均算）日期在期内的纠纷，按首次受理机构所在层级',
    'disputes first accepted in any of the three channels in the period, by the tier of that body',
  ]),
  rate(
    ['handling-rate', '调处率', 'handling rate'],
    ['handled', 'found'],
    [
      '调处数÷排查数；期前登记、期内受理的也在调处数内，可以超过100%',
      'handled ÷ found; handled may have been found before the period, so it can exceed 100 %',
    ],
  ),
  counted(['succeeded', '成功数', 'succeeded'], ALL, { count: succeeded }, [
    '调处数中至期末有全部或部分协议生效的',
    'of handled, with a full or partial agreement in effect by the end of the period',
  ]),
  rate(['success-rate', '成功率', 'success rate'], ['succeeded', 'handled'], ['成功数÷调处数', 'succeeded ÷ handled']),
  ...GOVERNANCE_TYPES.map((type) => {
    const { zh, en } = CLASSIFICATION.governance[type];
    return counted([`type-${type}`, zh, en], TYPES, { count: found, where: (d) => d.governance === type }, FOUND);
  }),
  ...HEADCOUNT_BANDS.map(({ key, zh, en, from, below }) =>
    counted([key, zh, en], PEOPLE, { count: found, where: ({ headcount: n }) => from <= n && n < below }, [
      '排查数中涉及人数在此档的；正好50、100、500人的归较高一档，是本系统的判断',
      'of found, with so many people; exactly 50, 100 or 500 count in the higher band, which is our judgement',
      'unsure',
    ]),
  ),
  counted(['major-found', '重大纠纷排查数', 'major, found'], MAJOR, { count: found, where: isMajor }, [
    '排查数中难易程度评为重大的；表样未写重大的标准',
    'of found, assessed as of the major difficulty class; the form seen does not say what major is',
    'unsure',
  ]),
  counted(['major-handled', '重大纠纷调处数', 'major, handled'], MAJOR, { count: handled, where: isMajor }, [
    '调处数中难易程度评为重大的',
    'of handled, assessed as of the major difficulty class',
    'unsure',
  ]),
  counted(['mass-incidents', '群体性事件处置起数', 'mass incidents concluded'], MAJOR, { count: incidents('cases') }, [
    '期内处置完毕的群体性事件起数，按记录机构所在层级',
    'emergencies concluded in the period, by the tier of the body that recorded it',
    'unsure',
  ]),
  counted(['mass-people', '群体性事件人数', 'people in them'], MAJOR, { count: incidents('people'), unit: 'people' }, [
    '上述事件的实际人数',
    'the people who were in them',
    'unsure',
  ]),
  {
    key: 'rounds',
    zh: '集中排查次数',
    en: 'screening rounds',
    group: ROUNDS,
    formulaZh: '期内开展的集中排查次数，零报告也算',
    formulaEn: 'concentrated screening rounds held in the period, those that found nothing included',
    certainty: 'local-policy',
    rule: (column) => ({ unit: 'rounds', slice: sliceOf(column) }),
  },
];

const unitOf = ({ rule }: Row): Figure['unit'] => rule('subtotal').unit;

/** 矛盾纠纷排查情况表. */
export const GOVERNANCE_FORM: ReturnForm = {
  kind: 'governance',
  zh: '矛盾纠纷排查情况表',
  en: 'Return on disputes found and handled (governance centre)',
  source: '四川省矛盾纠纷排查情况表(sichuangrid 系统所录表样）',
  columns: [
    { key: 'district', zh: '县市区', en: 'district' },
    { key: 'township', zh: '乡镇街道', en: 'township' },
    { key: 'village', zh: '村居', en: 'village' },
    { key: 'subtotal', zh: '小计', en: 'subtotal' },
    { key: 'year-to-date', zh: '年度累计', en: 'year to date' },
  ],
  rows: ROWS.map(({ key, zh, en, group }) => ({ key, zh, en, groupZh: group[0], groupEn: group[1] })),
  figures: ROWS.map((row) => {
    const { key, zh, en, formulaZh, formulaEn, certainty } = row;
    return { key, zh, en, formulaZh, formulaEn, certainty, unit: unitOf(row) };
  }),
  cell: (row, column) => {
    const found_ = ROWS.find(({ key }) => key === row);
    if (found_ === undefined) throw new Error(`no row ${row}`);
    return found_.rule(column);
  },
};

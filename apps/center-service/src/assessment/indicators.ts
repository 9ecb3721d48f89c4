import { apartOf, hasResult, type Apart, type AssessedCase } from './assessed-case';

/** Why else a case is not in a rate's denominator. */
export const ASIDE = ['no-limit', 'not-due', 'not-agreed', 'not-visited', 'not-closed', 'other-channel'] as const;
export type Aside = Apart | (typeof ASIDE)[number];

/** Where a case stands in an indicator: counted, in the denominator alone, or excluded with the reason. */
export type Part = 'numerator' | 'denominator' | { readonly excluded: Aside };

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One indicator: its published formula, and the same formula as a function of a case. */
export interface Indicator {
  readonly id: string;
  readonly name: Words;
  readonly numerator: Words;
  /** Absent for a plain count. */
  readonly denominator?: Words;
  readonly excluded: Words;
  part(each: AssessedCase, end: string): Part;
}

const NOTHING: Words = { zh: '无', en: 'none' };
const WITHOUT_RESULT: Words = {
  zh: '拒绝、撤回、移送、其他终止、仍在调解的，分别列出',
  en: 'refused, withdrawn, transferred, ended otherwise and still running, each shown apart',
};
const ACCEPTED: Words = { zh: '期内受理的案件', en: 'cases accepted in the period' };

const within = (isCounted: boolean): Part => (isCounted ? 'numerator' : 'denominator');
const aside = (excluded: Aside): Part => ({ excluded });

/** Among cases that were agreed. */
const ofAgreed = (each: AssessedCase, part: (agreedOn: string) => Part): Part =>
  each.agreedOn === null ? aside(apartOf(each) ?? 'not-agreed') : part(each.agreedOn);

const isDue = ({ performed, breached, owedBy }: AssessedCase, end: string): boolean =>
  performed || breached || (owedBy !== null && owedBy <= end);

const onTime = (each: AssessedCase): Part => {
  const endedOn = each.agreedOn ?? each.failedOn;
  if (endedOn === null) return aside(apartOf(each) ?? 'running');
  return each.dueOn === null ? aside('no-limit') : within(endedOn <= each.dueOn);
};

const fileInOrder = (each: AssessedCase): Part => {
  if (each.channel !== 'peoples') return aside('other-channel');
  if (!hasResult(each)) return aside(apartOf(each) ?? 'running');
  return each.closed ? within(each.archived) : aside('not-closed');
};

/** 考核 (domain.md §3). A rate near 100 % is often a matter of its denominator: each is said in full, and what is left out is counted. */
export const INDICATORS: readonly Indicator[] = [
  {
    id: 'accepted',
    name: { zh: '受理数', en: 'Accepted' },
    numerator: ACCEPTED,
    excluded: NOTHING,
    part: () => 'numerator',
  },
  {
    id: 'success',
    name: { zh: '成功率', en: 'Success' },
    numerator: {
      zh: '期末前有协议生效的（含部分协议）',
      en: 'with an agreement in effect by the end, in part included',
    },
    denominator: { zh: '达成协议的与调解不成的之和', en: 'agreed and failed together' },
    excluded: WITHOUT_RESULT,
    part: (each) => (hasResult(each) ? within(each.agreedOn !== null) : aside(apartOf(each) ?? 'running')),
  },
  {
    id: 'on-time',
    name: { zh: '按期率', en: 'In time' },
    numerator: { zh: '在受理时告知的期限内办结的', en: 'ended by the day told at acceptance' },
    denominator: { zh: '已有结果且有期限的', en: 'with a result and a limit' },
    excluded: {
      zh: '无期限的，以及拒绝、撤回、移送、其他终止、仍在调解的；延长不改变此处的期限',
      en: 'those without a limit, refused, withdrawn, transferred, ended otherwise, running; an extension does not move the day here',
    },
    part: onTime,
  },
  {
    id: 'performance',
    name: { zh: '履行率', en: 'Performed' },
    numerator: { zh: '期末前全部履行的', en: 'performed in full by the end' },
    denominator: { zh: '达成协议且已届履行期、已履行或者已违约的', en: 'agreed, and due, performed or breached' },
    excluded: { zh: '未届履行期的；未达成协议的', en: 'not due yet; not agreed' },
    part: (each, end) => ofAgreed(each, () => (isDue(each, end) ? within(each.performed) : aside('not-due'))),
  },
  {
    id: 'confirmed',
    name: { zh: '司法确认数', en: 'Confirmed by a court' },
    numerator: { zh: '期末前法院裁定确认的', en: 'whose agreement a court confirmed by the end' },
    excluded: { zh: '其余受理案件', en: 'the other accepted cases' },
    part: (each) => (each.confirmed ? 'numerator' : aside(apartOf(each) ?? 'not-agreed')),
  },
  {
    id: 'follow-up',
    name: { zh: '回访率', en: 'Followed up' },
    numerator: { zh: '期末前回访过的', en: 'visited by the end' },
    denominator: { zh: '达成协议的', en: 'agreed' },
    excluded: { zh: '未达成协议的', en: 'not agreed' },
    part: (each) => ofAgreed(each, () => within(each.followedUp)),
  },
  {
    id: 'satisfaction',
    name: { zh: '满意率', en: 'Satisfied' },
    numerator: { zh: '最近一次回访表示满意的', en: 'satisfied at the last visit' },
    denominator: { zh: '达成协议且回访过的', en: 'agreed and visited' },
    excluded: { zh: '未回访的；未达成协议的', en: 'not visited; not agreed' },
    part: (each) =>
      ofAgreed(each, () => (each.followedUp ? within(each.satisfaction === 'satisfied') : aside('not-visited'))),
  },
  {
    id: 'civil-to-criminal',
    name: { zh: '民转刑', en: 'Civil to criminal' },
    numerator: {
      zh: '报告过民转刑苗头且期末前未消除的',
      en: 'with a raised risk of turning criminal, not averted by the end',
    },
    denominator: ACCEPTED,
    excluded: NOTHING,
    part: (each) => within(each.turnedCriminal),
  },
  {
    id: 'repeat-petition',
    name: { zh: '重复信访', en: 'Repeated petitions' },
    numerator: { zh: '因重复信访被督办的', en: 'supervised because of a repeated petition' },
    denominator: ACCEPTED,
    excluded: NOTHING,
    part: (each) => within(each.repeatedPetition),
  },
  {
    id: 'dossier',
    name: { zh: '卷宗合格率', en: 'Files in order' },
    numerator: {
      zh: '卷宗齐全并已归档的（不齐不能归档）',
      en: 'whose file is complete and archived (an incomplete one cannot be)',
    },
    denominator: { zh: '人民调解有结果且已结案的', en: 'people’s mediation with a result, closed' },
    excluded: {
      zh: '未结案的；行政、司法调解；没有结果的',
      en: 'not closed; administrative and judicial mediation; without a result',
    },
    part: fileInOrder,
  },
];

export interface Counted {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  readonly excluded: Readonly<Partial<Record<Aside, number>>>;
  /** In per cent with two digits; null where nothing is in the denominator. */
  readonly rate: number | null;
}

const rateOf = (numerator: number, denominator: number | null): number | null =>
  denominator === null || denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100;

export const countOf = (indicator: Indicator, cases: readonly AssessedCase[], end: string): Counted => {
  const excluded: Partial<Record<Aside, number>> = {};
  let [numerator, rest] = [0, 0];
  for (const each of cases) {
    const part = indicator.part(each, end);
    if (part === 'numerator') numerator += 1;
    else if (part === 'denominator') rest += 1;
    else excluded[part.excluded] = (excluded[part.excluded] ?? 0) + 1;
  }
  const denominator = indicator.denominator === undefined ? null : numerator + rest;
  return { numerator, denominator, excluded, rate: rateOf(numerator, denominator) };
};

import type { ClockRule, Gate, MaterialRule, Period, SubsidyRate } from '@mediation/rules';
import type { Article } from './articles';
import type { Entry } from './book';
import type { Laws } from './law-texts';
import { LIST_WORDS, MATERIAL_WORDS, PRESENCE_WORDS, SIGNER_WORDS } from './words/entries';
import { ACT_WORDS, EXPIRY_WORDS, EXTENDER_WORDS, OCCURRENCE_WORDS, PAUSE_WORDS, UNIT_WORDS } from './words/happenings';
import { tagWord } from './words/tags';
import { wordIn, type Words } from './words/words';

/** What an entry says, a line each: a label, and the words for it. */
export type Fact = readonly [label: string, text: string];

const NOTHING = '—';
const listOf = (words: Words, codes: readonly string[]): string =>
  codes.length === 0 ? NOTHING : codes.map((code) => wordIn(words, code)).join('；');

const tagsText = (tags: readonly string[]): string => tags.map((tag) => `${tagWord(tag)} \`${tag}\``).join('；');

/** 须 all of these · 除非 none of these. */
export const situationText = ({ when, unless }: Pick<Gate, 'when' | 'unless'>): string =>
  [
    ...(when.length > 0 ? [`须 if ${tagsText(when)}`] : []),
    ...(unless.length > 0 ? [`除非 unless ${tagsText(unless)}`] : []),
  ].join(' · ') || '一律适用 always';

export const periodText = ({ unit, length }: Period): string => `${length} ${wordIn(UNIT_WORDS, unit)}`;

export const limitText = ({ unit, length, orWithin, otherwise, settable }: ClockRule): string =>
  [
    periodText({ unit, length }),
    ...(orWithin ? [`与 ${periodText(orWithin)} 取先到者 whichever ends first`] : []),
    ...otherwise.map(({ when, ...period }) => `${tagsText(when)}：${periodText(period)}`),
    ...(settable ? ['可另行指定 another day may be set'] : []),
  ].join('；');

export const pausesText = ({ pauses }: ClockRule): string => listOf(PAUSE_WORDS, pauses);

export const extensionText = ({ extension }: ClockRule): string =>
  extension === undefined
    ? NOTHING
    : `${periodText(extension)}，至多 at most ${extension.count} 次；${wordIn(EXTENDER_WORDS, extension.by)}（${extension.article}）`;

export const expiryText = ({ expiry }: ClockRule): string => `${wordIn(EXPIRY_WORDS, expiry)} \`${expiry}\``;

export const startText = (rule: ClockRule): string => wordIn(OCCURRENCE_WORDS, rule.trigger);

export const signersText = ({ signedBy }: MaterialRule): string => listOf(SIGNER_WORDS, signedBy);

const paysText = ({ pays }: SubsidyRate): string =>
  'amountFen' in pays ? `${(pays.amountFen / 100).toFixed(2)} 元 yuan` : `\`${pays.of}\` 的 ${pays.percent}% of that`;

const clockFacts = (rule: ClockRule): readonly Fact[] => [
  ['起算 starts on', startText(rule)],
  ['情形 situation', situationText(rule)],
  ['期限 limit', limitText(rule)],
  ['停算 pauses', pausesText(rule)],
  ['延长 extension', extensionText(rule)],
  ['终止 ends on', listOf(OCCURRENCE_WORDS, rule.endsOn)],
  ['末日遇休息日 on a rest day', rule.rolls ? '顺延 rolls to the next working day' : '不顺延 does not roll'],
  ['届满 expiry', expiryText(rule)],
];

const adviceFacts = ({ adviceZh, adviceEn }: Gate): readonly Fact[] =>
  adviceZh === undefined && adviceEn === undefined
    ? []
    : [['可以 instead', `${adviceZh ?? ''} ${adviceEn ?? ''}`.trim()]];

export const factsOf = (entry: Entry): readonly Fact[] => {
  switch (entry.part) {
    case 'clocks':
      return clockFacts(entry.says);
    case 'gates':
      return [
        ['不得 forbids', wordIn(ACT_WORDS, entry.says.act)],
        ['情形 situation', situationText(entry.says)],
        ...adviceFacts(entry.says),
      ];
    case 'materials':
      return [
        ['材料 material', wordIn(MATERIAL_WORDS, entry.says.material)],
        ['入卷 presence', wordIn(PRESENCE_WORDS, entry.says.presence)],
        ['签章 signed by', signersText(entry.says)],
        ['情形 situation', situationText(entry.says)],
      ];
    case 'listed':
      return [['名录 list', `${wordIn(LIST_WORDS, entry.says.list)}: \`${entry.says.value}\``]];
    case 'subsidies':
      return [
        ['补贴 pays', paysText(entry.says)],
        ['情形 situation', situationText(entry.says)],
      ];
    case 'holidays':
      return [['放假 days', `\`${entry.says.starts}\` 起 ${entry.says.days} 日 days from it`]];
    case 'bounce':
      return [['次数 count', String(entry.says.count)]];
  }
};

/** The statute's own words that an entry links to. */
export const quoteOf = (laws: Laws, link: string | undefined): Article | undefined => {
  const [file = '', id = ''] = (link ?? '').split('#');
  return laws.get(file)?.articles.get(id);
};

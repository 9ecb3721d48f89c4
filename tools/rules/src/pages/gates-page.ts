import { ACTS } from '@mediation/rules';
import type { Statement } from '../book';
import { situationText } from '../describe';
import { ACT_WORDS } from '../words/happenings';
import { wordIn } from '../words/words';
import { page, table } from './markdown';
import { certaintyText, groupedBy, placeText, sourceText } from './parts';

const INTRO = `# 禁止与条件 · Gates

法律在什么情形下不许做什么。程序拒绝时，答复中写明规则、条文和可以怎样办。“须”所列各项都具备、“除非”所列一项也没有的，即不得为之。
_(What the law forbids, and when. A refusal names the rule, the article and what to do instead. A gate holds when everything under “if” is so and nothing under “unless”.)_`;

const HEADING = [
  '规则 gate',
  '地方与规则层 place and layer',
  '说明 what it says',
  '情形 situation',
  '依据 article',
  '可靠程度 certainty',
];

const gateRow = (statement: Statement): readonly string[] => {
  const { entry, id } = statement;
  if (entry?.part !== 'gates') return [`\`${id}\``, placeText(statement), '不再适用 taken away', '', '', ''];
  const { zh, en, adviceZh, adviceEn, note } = entry.says;
  const advice = [adviceZh, adviceEn].filter((text) => text !== undefined).join(' ');
  const lines = [
    zh,
    `_${en}_`,
    ...(advice === '' ? [] : [`→ ${advice}`]),
    ...(note === undefined ? [] : [`注 note: ${note}`]),
  ];
  return [
    `\`${id}\``,
    placeText(statement),
    lines.join('\n'),
    situationText(entry.says),
    sourceText(entry),
    certaintyText(entry),
  ];
};

/** What a gate that is taken away forbade is told by where it was first said. */
const actOf = (gates: readonly Statement[]): ReadonlyMap<string, string> =>
  new Map(
    gates.toReversed().flatMap(({ id, entry }) => (entry?.part === 'gates' ? [[id, entry.says.act] as const] : [])),
  );

export const gatesPage = (gates: readonly Statement[]): string => {
  const acts = actOf(gates);
  const byAct = groupedBy(gates, ({ id }) => acts.get(id) ?? '');
  const sections = ACTS.flatMap((act) => {
    const rows = byAct.get(act) ?? [];
    const sorted = [...rows].sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));
    return rows.length === 0 ? [] : [`## ${wordIn(ACT_WORDS, act)}\n\n${table(HEADING, sorted.map(gateRow))}`];
  });
  return page(INTRO, ...sections);
};

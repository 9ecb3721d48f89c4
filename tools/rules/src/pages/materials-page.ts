import { MATERIALS } from '@mediation/rules';
import type { Entry, Part, Statement } from '../book';
import { factsOf } from '../describe';
import { page, table } from './markdown';
import { certaintyText, placeText, sourceText } from './parts';

const SECTIONS: readonly (readonly [part: Part, heading: string])[] = [
  [
    'materials',
    `## 卷宗材料 · Materials of a file

按2010年文书格式的次序。 _(In the order of the forms of 2010.)_`,
  ],
  ['listed', '## 名录 · Lists'],
  ['subsidies', '## 以案定补 · Case subsidies'],
  [
    'holidays',
    `## 法定节假日 · Statutory holidays

放假安排尚未公布的年份，以此推算，结果标明“预估”。 _(For years whose arrangement is not published yet; what rests on them is marked provisional.)_`,
  ],
  ['bounce', '## 退回上限 · How often a dispute may be returned'],
];

const HEADING = [
  '条目 entry',
  '地方与规则层 place and layer',
  '内容 what it says',
  '依据 article',
  '可靠程度 certainty',
  '说明 note',
];

const saidIn = (entry: Entry): string =>
  [`${entry.says.zh} · ${entry.says.en}`, ...factsOf(entry).map(([label, text]) => `${label}: ${text}`)].join('\n');

const entryRow = (statement: Statement): readonly string[] => {
  const { entry, id } = statement;
  const head = [`\`${id}\``, placeText(statement)];
  if (entry === null) return [...head, '不再适用 taken away', '', '', ''];
  return [...head, saidIn(entry), sourceText(entry), certaintyText(entry), entry.says.note ?? ''];
};

const inFileOrder = ({ entry }: Statement): number =>
  entry?.part === 'materials' ? MATERIALS.indexOf(entry.says.material) : 0;

/** Materials, lists, holidays, and how often a dispute may bounce. */
export const materialsPage = (statements: readonly Statement[]): string =>
  page(
    '# 材料、名录与节假日 · Materials, lists and holidays',
    ...SECTIONS.flatMap(([part, heading]) => {
      const rows = statements.filter((each) => each.part === part).sort((a, b) => inFileOrder(a) - inFileOrder(b));
      return rows.length === 0 ? [] : [`${heading}\n\n${table(HEADING, rows.map(entryRow))}`];
    }),
  );

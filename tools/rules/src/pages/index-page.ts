import type { Statement } from '../book';
import { expiryText, extensionText, limitText, pausesText, situationText, startText } from '../describe';
import { page, table } from './markdown';
import { certaintyText, placeText, sourceText } from './parts';

const INTRO = `# 规则 · Rules

程序所依据的全部期限。每条期限一页，附条文原文和依条文推算的算例，供法律工作者核对；另见[禁止与条件](gates.md)、[材料、名录与节假日](materials.md)。怎样维护见 [guides/rules.md](../guides/rules.md)，法规原文见 [laws](../laws/README.md)。
_(Every time limit the program goes by. Each has a page with the statute's words and deadlines worked out by hand; beside them the [gates](gates.md) and the [materials, lists and holidays](materials.md). How they are kept: the guide.)_

可靠程度 _certainty_：**据条文 statute** 已对照原文 read in the text · **当地选定 local policy** 各地可以不同 a place's choice · **待核 unsure** 未见原文或者尚有疑问 a default until confirmed。
同一规则有几行的，自该行所列规则层之日起、在该地方，以该行为准。 _(Of several rows of one rule, each holds from its layer's day on, in its place.)_`;

const HEADING = [
  '规则 rule',
  '地方与规则层 place and layer',
  '起算 starts on',
  '情形 situation',
  '期限 limit',
  '停算 pauses',
  '延长 extension',
  '届满 expiry',
  '依据 article',
  '可靠程度 certainty',
];

const clockRow = (statement: Statement): readonly string[] => {
  const { entry, id } = statement;
  const name = `[${id}](${id}.md)`;
  if (entry?.part !== 'clocks')
    return [name, placeText(statement), '不再适用 taken away', ...HEADING.slice(3).map(() => '')];
  const { says } = entry;
  return [
    `${name}\n${says.zh} ${says.en}`,
    placeText(statement),
    startText(says),
    situationText(says),
    limitText(says),
    pausesText(says),
    extensionText(says),
    expiryText(says),
    sourceText(entry),
    certaintyText(entry),
  ];
};

/** All clocks, by id. */
export const indexPage = (clocks: ReadonlyMap<string, readonly Statement[]>): string =>
  page(
    INTRO,
    table(
      HEADING,
      [...clocks].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, each]) => each.map(clockRow)),
    ),
  );

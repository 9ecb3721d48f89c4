const INDENT = '　　';
const RULE = '＿';
const RULE_LENGTH = 30;

/** What XML cannot hold, from a paste or a broken keyboard. Tabs and line ends stay. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

export const printable = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, (each) => (each === '\n' || each === '\t' ? each : ''));

const known = (value: string | undefined): string => value?.trim() ?? '';

/** For a cell of a form: nothing when unknown, the cell itself is the room for it. */
export const cell = (value: string | number | undefined): string =>
  typeof value === 'number' ? String(value) : known(value);

/** Within a sentence: a line to write on when unknown. */
export const orLine = (value: string | undefined, length = 8): string => known(value) || RULE.repeat(length);

/** In a cell: each line a paragraph of its own, two characters in. */
export const story = (value: string | undefined): string =>
  known(value)
    .split(/\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => INDENT + each)
    .join('\n');

/** The same between other paragraphs: lines to write on when unknown. */
export const paragraphs = (value: string | undefined, blankLines: number): string =>
  story(value) || Array.from({ length: blankLines }, () => RULE.repeat(RULE_LENGTH)).join('\n');

export const names = (list: readonly (string | undefined)[] | undefined): string =>
  (list ?? [])
    .map(known)
    .filter((each) => each !== '')
    .join('、');

export const box = (isTicked: boolean): string => (isTicked ? '■' : '□');

/** ■甲　□乙: all of a form's choices, the known one ticked; both signs are in every Chinese font. */
export const choices = <Choice extends string>(
  labels: Readonly<Record<Choice, string>>,
  chosen: Choice | undefined,
): string =>
  (Object.entries(labels) as [Choice, string][]).map(([each, label]) => box(each === chosen) + label).join('　');

/** At least one, so that a form with nothing known prints its lines to be filled by hand. */
export const orBlank = <Item>(list: readonly Item[] | undefined, blank: Item, count = 1): readonly Item[] =>
  list !== undefined && list.length > 0 ? list : Array.from({ length: count }, () => blank);

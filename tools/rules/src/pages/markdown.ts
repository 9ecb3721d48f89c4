/** Written by the command; who edits such a page by hand loses it. */
export const GENERATED =
  '<!-- 由 npm run rules -- docs 生成,请勿手改 Written by `npm run rules -- docs`; do not edit. -->';

/** A cell holds no line break and no bar of its own. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');

/** Texts with a blank line between them. */
export const page = (...parts: readonly string[]): string =>
  `${[GENERATED, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;

export const quotation = (paragraphs: readonly string[]): string => paragraphs.map((each) => `> ${each}`).join('\n>\n');

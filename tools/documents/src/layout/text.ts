import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx';
import { BODY_FONT, BODY_SIZE, FORM_SIZE, LABEL_FONT, TITLE_FONT } from './page';

const LINE = { line: 440, lineRule: LineRuleType.EXACT } as const;
const TWO_CHARACTERS = 560;

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

interface Style {
  readonly align?: keyof typeof ALIGN;
  readonly font?: string;
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: boolean;
  readonly keepNext?: boolean;
  readonly pageBreak?: boolean;
}

/** Left, never justified: a placeholder may bring line ends, and Word spreads the line before one. */
const paragraph = (text: string, style: Style, line: object = LINE): Paragraph =>
  new Paragraph({
    alignment: ALIGN[style.align ?? 'left'],
    spacing: { ...line, before: style.before ?? 0, after: style.after ?? 0 },
    keepNext: style.keepNext ?? false,
    pageBreakBefore: style.pageBreak ?? false,
    ...(style.indent === true && { indent: { firstLine: TWO_CHARACTERS } }),
    children: [new TextRun({ text, font: style.font ?? BODY_FONT, size: style.size ?? BODY_SIZE })],
  });

/** Running text; a placeholder that brings its own two characters takes `flat`. */
export const para = (text: string): Paragraph => paragraph(text, { indent: true });
export const flat = (text: string): Paragraph => paragraph(text, {});
export const heading = (text: string): Paragraph =>
  paragraph(text, { font: LABEL_FONT, before: 120, after: 60, keepNext: true, indent: true });
export const small = (text: string): Paragraph =>
  paragraph(text, { size: 20, before: 80 }, { line: 320, lineRule: LineRuleType.EXACT });
/** Ends a page that ends in a table, and takes no room. */
export const end = (): Paragraph => paragraph('', { size: 2 }, { line: 20, lineRule: LineRuleType.EXACT });
/** Between two tables. */
export const gap = (): Paragraph => paragraph('', { size: 12 }, { line: 160, lineRule: LineRuleType.EXACT });
/** Its own paragraph, so that a loop or condition leaves no empty line. */
export const mark = (text: string): Paragraph => paragraph(text, { size: FORM_SIZE });
export const addressee = (text: string): Paragraph => paragraph(text, { before: 160 });
export const right = (text: string, before = 0): Paragraph =>
  paragraph(text, { align: 'right', before, keepNext: true });

const TITLE_LINE = { line: 640, lineRule: LineRuleType.AT_LEAST } as const;

export const title = (text: string, { pageBreak = false } = {}): Paragraph =>
  paragraph(text, { font: TITLE_FONT, size: 44, align: 'center', after: 200, pageBreak, keepNext: true }, TITLE_LINE);

/** Whose paper it is, above the title. */
export const letterhead = (text: string, { pageBreak = false } = {}): Paragraph =>
  paragraph(text, { font: TITLE_FONT, size: 32, align: 'center', pageBreak, keepNext: true }, TITLE_LINE);

export const numberLine = (text: string): Paragraph =>
  paragraph(text, { size: FORM_SIZE, align: 'right', after: 100, keepNext: true });

export const large = (text: string, { size, before }: { size: number; before: number }): Paragraph =>
  paragraph(text, { font: TITLE_FONT, size, align: 'center', before }, TITLE_LINE);

const SIGN = { size: BODY_SIZE, keepNext: true, before: 200 } as const;
/** 调查人（签名）：______ */
export const signatureLine = (text: string): Paragraph => paragraph(text, SIGN);

/** Room for the seal, and the day beside it. */
export const seal = (body: string, day: string, place = '（人民调解委员会印）'): Paragraph[] => [
  right(body, 280),
  right(place),
  paragraph(day, { align: 'right' }),
];

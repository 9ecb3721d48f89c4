/** How a text heads an article: `第三十八条`, `第三十八条之一`, in the bold type of some editions or not. */
const HEADING = /^\**(第([零〇一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?)\**(?=[\s　])/;
const NAMED = /第([零〇一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?/g;
/** What follows the last article of a chapter. */
const CHAPTER = /^(#|第[零〇一二三四五六七八九十百千]+[编章节])/;

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三百五十五 → 355; a place without a digit before it counts once (十五). */
export const numberOf = (figures: string): number => {
  let [total, digit] = [0, 0];
  for (const figure of figures.replaceAll('〇', '零')) {
    const place = PLACES[figure];
    if (place === undefined) digit = DIGITS.indexOf(figure);
    else [total, digit] = [total + (digit === 0 ? 1 : digit) * place, 0];
  }
  return total + digit;
};

const anchor = (article: string, inserted: string | undefined): string =>
  `art-${numberOf(article)}${inserted === undefined ? '' : `-${numberOf(inserted)}`}`;

/** The anchors of every article that a citation names, in its order: `第三十一条、第四十条` → art-31, art-40. */
export const anchorsIn = (citation: string): readonly string[] =>
  [...citation.matchAll(NAMED)].map(([, article = '', inserted]) => anchor(article, inserted));

const anchorLine = (id: string): string => `<a id="${id}"></a>`;
const ANCHOR_LINE = /^<a id="([^"]*)"><\/a>$/;

const headingOf = (line: string): { readonly heading: string; readonly id: string } | undefined => {
  const [, heading, article, inserted] = HEADING.exec(line) ?? [];
  return heading === undefined || article === undefined ? undefined : { heading, id: anchor(article, inserted) };
};

/** The text with the anchor line before every article; what has them stays as it is. */
export const withAnchors = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !ANCHOR_LINE.test(line))
    .flatMap((line) => {
      const found = headingOf(line);
      return found === undefined ? [line] : [anchorLine(found.id), line];
    })
    .join('\n');

export interface Article {
  readonly heading: string;
  /** The statute's own words, without the heading, a paragraph a line. */
  readonly paragraphs: readonly string[];
}

/** A statute as docs/laws keeps it. */
export interface Law {
  readonly title: string;
  readonly articles: ReadonlyMap<string, Article>;
}

const paragraphsOf = (lines: readonly string[]): readonly string[] => {
  const end = lines.findIndex((line) => CHAPTER.test(line) || ANCHOR_LINE.test(line));
  return lines
    .slice(0, end === -1 ? undefined : end)
    .map((line) => line.replace(HEADING, '').trim())
    .filter((line) => line !== '');
};

export const lawOf = (text: string): Law => {
  const lines = text.split('\n');
  const articles = new Map<string, Article>();
  for (const [place, line] of lines.entries()) {
    const id = ANCHOR_LINE.exec(line)?.[1];
    const heading = headingOf(lines[place + 1] ?? '')?.heading;
    if (id !== undefined && heading !== undefined && !articles.has(id))
      articles.set(id, { heading, paragraphs: paragraphsOf(lines.slice(place + 1)) });
  }
  return { title: (lines.find((line) => line.startsWith('# ')) ?? '').slice(2).trim(), articles };
};

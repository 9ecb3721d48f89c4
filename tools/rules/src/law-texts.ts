import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsIn, lawOf, withAnchors, type Law } from './articles';

/** Statutes by their path below docs, as links name them. */
export type Laws = ReadonlyMap<string, Law>;

export const lawFiles = (docs: string): readonly string[] =>
  readdirSync(join(docs, 'laws'))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort();

export const readLaws = (docs: string): Laws =>
  new Map(
    lawFiles(docs).map((file) => [`laws/${file}`, lawOf(readFileSync(join(docs, 'laws', file), 'utf8'))] as const),
  );

/** Puts the missing anchors in, and tells which files had none or not all. */
export const anchorLaws = (docs: string): readonly string[] =>
  lawFiles(docs).filter((file) => {
    const path = join(docs, 'laws', file);
    const text = readFileSync(path, 'utf8');
    const anchored = withAnchors(text);
    if (anchored !== text) writeFileSync(path, anchored);
    return anchored !== text;
  });

const EXCERPT = /节录/;

/** Each article must follow the one before it: a heading that was misread, or lost in copying, would break the row. An excerpt only keeps its order. */
const gaps = (file: string, text: string): readonly string[] => {
  const { title, articles } = lawOf(text);
  const numbers = [...articles.keys()]
    .filter((id) => /^art-\d+$/.test(id))
    .map((id) => Number(id.slice('art-'.length)));
  const isInPlace = (number: number, place: number): boolean =>
    EXCERPT.test(title) ? number > (numbers[place - 1] ?? 0) : number === place + 1;
  const broken = numbers.findIndex((number, place) => !isInPlace(number, place));
  if (broken === -1) return [];
  return [`docs/laws/${file}: art-${EXCERPT.test(title) ? numbers[broken] : broken + 1} 缺失 missing`];
};

/** What is wrong with docs/laws itself: anchors, order of articles, and the index. */
export const lawFaults = (docs: string): readonly string[] => {
  const index = readFileSync(join(docs, 'laws', 'README.md'), 'utf8');
  return lawFiles(docs).flatMap((file) => {
    const text = readFileSync(join(docs, 'laws', file), 'utf8');
    return [
      ...(withAnchors(text) === text ? [] : [`docs/laws/${file}: 条文锚点不全 anchors missing; npm run rules -- docs`]),
      ...gaps(file, text),
      ...(index.includes(`| [${lawOf(text).title}](${file}) |`)
        ? []
        : [`docs/laws/README.md: 未列 does not list ${file}`]),
    ];
  });
};

export interface Citation {
  readonly article: string;
  readonly link?: string | undefined;
}

/** Why a link does not show the article it is given for; undefined when it does. */
export const linkFault = (laws: Laws, { article, link }: Citation): string | undefined => {
  if (link === undefined) return undefined;
  const [file = '', id = ''] = link.split('#');
  const law = laws.get(file);
  if (law === undefined) return `${link}: 没有此文件 no such file in docs`;
  if (!law.articles.has(id)) return `${link}: 没有此条 no such article in ${law.title}`;
  return anchorsIn(article).includes(id) ? undefined : `${link}: 不是 is not ${article}`;
};

import type { Finding, Section } from './finding';
import { figure, ratioSpread, spread } from './format';

export interface SectionResult {
  readonly section: Section;
  readonly findings: readonly Finding[];
}

const HEAD = [
  '测什么 what',
  '单位 unit',
  '基线 baseline',
  '我们 ours',
  '比值 ratio',
  '判定 judged',
  '目标 target',
  '达标 met',
];

const verdictCells = ({ verdict }: Finding): string[] =>
  verdict ? [verdict.value, verdict.target, verdict.met ? '✓ 达标 met' : '✗ 未达标 not met'] : ['', '', ''];

const cells = (finding: Finding): string[] => {
  const { what, unit, comparison } = finding;
  const { baseline, candidate, ratio } = comparison;
  return [what, unit, spread(baseline), spread(candidate), ratioSpread(ratio), ...verdictCells(finding)];
};

const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;

export const table = (findings: readonly Finding[]): string =>
  [line(HEAD), line(HEAD.map(() => '---')), ...findings.map((finding) => line(cells(finding)))].join('\n');

const rawLine = ({ what, comparison, note }: Finding): string => {
  const pairs = comparison.pairs.map(({ baseline, candidate }) => `${figure(baseline)} → ${figure(candidate)}`);
  return `- ${what} (${note}): ${pairs.join('; ')}`;
};

const chapter = ({ section, findings }: SectionResult, date: string): string =>
  [`## ${section.title}`, '', date, '', section.method, '', table(findings), '', ...findings.map(rawLine), ''].join(
    '\n',
  );

const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'));

/**
 * The whole of docs/bench.md: the chapters of this run in place of those of the last, the others as they were. `order` is that
 * of the titles; a chapter that is in none of them has gone.
 */
export const document = (
  {
    machine,
    results,
    order,
  }: { machine: readonly string[]; results: readonly SectionResult[]; order: readonly string[] },
  previous: string,
): string => {
  const [date = '', ...rest] = machine;
  const chapters = new Map(
    previous
      .split(/^(?=## )/m)
      .slice(1)
      .map((each) => [titleOf(each), each.trimEnd() + '\n']),
  );
  for (const result of results) chapters.set(`## ${result.section.title}`, chapter(result, date));
  return [
    '# 性能对比 Benchmark',
    '',
    '由 `npm run bench` 写成,请勿手改。每个数字都与同一次运行里的基线交替测得;中位数,括号内为最小与最大。',
    'Written by `npm run bench`. Every figure was measured in turn with its baseline in the same run: medians, least and most in brackets.',
    'A ratio is the median of the ratios of the pairs.',
    '',
    ...rest.map((each) => `- ${each}`),
    '',
    ...order.flatMap((title) => chapters.get(`## ${title}`) ?? []),
  ].join('\n');
};

import { StartError, type PlainDate } from '@mediation/kernel';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export const USAGE = `用法 usage:
  npm run rules -- check
  npm run rules -- explain <规则 id>
  npm run rules -- diff <日期 date> <日期 date> [--jurisdiction 370402]
  npm run rules -- docs
  npm run rules -- release

  check     核对全部规则：格式、规则层延续、条文链接、标签、算例、已发布规则层
            the schema, how layers continue one another, links to articles, tags, dated cases, released layers
  explain   一条规则的全部：各地各时期、条文原文、可靠程度、算例
            everything about an entry: each place and time, the statute's words, certainty, dated cases
  diff      两个日期之间规则有何不同 what changes between two dates, in the country or a division
  docs      写出 docs/rules，并给 docs/laws 的新文本加条文锚点 writes docs/rules, and anchors into new texts of docs/laws
  release   记下尚未发布的规则层，此后不得改动 records layers not released yet; from then on they are never altered

  退出码 exit codes: 0 无误 in order · 1 有误 faults found · 2 用法有误 wrong usage`;

/** The command line cannot be understood, or names what there is not. */
export class UsageError extends StartError {
  constructor(zh: string, en: string) {
    super(zh, `${en}\n${USAGE}`);
  }
}

export type Request =
  | { readonly verb: 'check' | 'docs' | 'release' }
  | { readonly verb: 'explain'; readonly id: string }
  | {
      readonly verb: 'diff';
      readonly before: PlainDate;
      readonly after: PlainDate;
      readonly division: string | undefined;
    };

const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;
const JURISDICTION = /^(?:cn|(?:cn-)?(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12}))$/;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { jurisdiction: { type: 'string' } } });
  } catch (error) {
    throw new UsageError('参数有误', (error as Error).message);
  }
};

const requireDate = (date: string | undefined): PlainDate => {
  if (date === undefined || !isDate(date))
    throw new UsageError(
      'diff 需要两个日期，如 2024-12-31 2025-01-01',
      'diff needs two dates, e.g. 2024-12-31 2025-01-01',
    );
  return date;
};

const divisionIn = (jurisdiction: string | undefined): string | undefined => {
  if (jurisdiction === undefined) return undefined;
  if (!JURISDICTION.test(jurisdiction))
    throw new UsageError(
      `--jurisdiction 须为 cn 或者行政区划代码：${jurisdiction}`,
      `--jurisdiction must be cn or a division's code: ${jurisdiction}`,
    );
  const division = jurisdiction.replace(/^cn-?/, '');
  return division === '' ? undefined : division;
};

const none = (verb: string, rest: readonly unknown[]): void => {
  if (rest.some((each) => each !== undefined))
    throw new UsageError(`${verb} 的参数过多`, `too many arguments for ${verb}`);
};

/** @throws UsageError */
export const parseRequest = (args: readonly string[]): Request => {
  const { positionals, values } = parse(args);
  const [verb, first, second, ...rest] = positionals;
  switch (verb) {
    case 'check':
    case 'docs':
    case 'release':
      none(verb, [first, values.jurisdiction]);
      return { verb };
    case 'explain':
      none(verb, [second, values.jurisdiction]);
      if (first === undefined) throw new UsageError('请给出规则的 id', 'name the id of a rule');
      return { verb, id: first };
    case 'diff':
      none(verb, rest);
      return {
        verb,
        before: requireDate(first),
        after: requireDate(second),
        division: divisionIn(values.jurisdiction),
      };
    default:
      throw new UsageError('请给出命令', 'name a command');
  }
};

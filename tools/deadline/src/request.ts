import { isTag, type DeadlineQuestion } from '@mediation/rules';
import { parseArgs } from 'node:util';
import { UsageError } from './usage';

export type Request =
  | { readonly verb: 'list'; readonly on: string | undefined; readonly jurisdiction: string | undefined }
  | { readonly verb: 'ask'; readonly question: DeadlineQuestion };

/** `--extend` alone means once; the parser knows no option that may go without its value. */
const withTimes = (args: readonly string[]): readonly string[] =>
  args.map((arg, i) => (arg === '--extend' && !/^-?\d/.test(args[i + 1] ?? '') ? '--extend=1' : arg));

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...withTimes(args)],
      options: {
        rule: { type: 'string' },
        on: { type: 'string' },
        jurisdiction: { type: 'string' },
        pause: { type: 'string', multiple: true, default: [] },
        extend: { type: 'string' },
        tag: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const message = (error as Error).message;
    throw new UsageError(
      /--[a-z-]+/.exec(message)?.[0] ?? '--help',
      '参数有误，用法见 --help',
      `${message}; see --help`,
    );
  }
};

type Values = ReturnType<typeof parse>;

const required = (option: string, value: string | undefined): string => {
  if (value === undefined || value === '') throw new UsageError(option, '不可缺少', 'is missing');
  return value;
};

const pauseIn = (text: string): { readonly from: string; readonly to: string } => {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { from, to };
  throw new UsageError(
    '--pause',
    `应为 2026-09-28..2026-09-30：${text}`,
    `must be like 2026-09-28..2026-09-30: ${text}`,
  );
};

const timesIn = (text: string | undefined): number => {
  if (text === undefined) return 0;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new UsageError('--extend', `应为次数：${text}`, `must be a number of times: ${text}`);
};

const tagIn = (tag: string): string => {
  if (isTag(tag)) return tag;
  throw new UsageError('--tag', `没有这个标签：${tag}`, `there is no such tag: ${tag}`);
};

const toAsk = ({ rule, on, jurisdiction, pause, extend, tag }: Values): Request => ({
  verb: 'ask',
  question: {
    rule: required('--rule', rule),
    on: required('--on', on),
    jurisdiction,
    pauses: pause.map(pauseIn),
    extensions: timesIn(extend),
    tags: tag.map(tagIn),
  },
});

/** @throws UsageError */
export const parseRequest = (args: readonly string[]): Request => {
  const values = parse(args);
  if (!values.list) return toAsk(values);
  const [stray] = (['rule', 'extend'] as const).filter((option) => values[option] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray}`, '不与 --list 同用', 'does not go with --list');
  return { verb: 'list', on: values.on, jurisdiction: values.jurisdiction };
};

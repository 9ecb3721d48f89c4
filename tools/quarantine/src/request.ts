import { StartError } from '@mediation/kernel';
import type { Decision } from '@mediation/recording/recorder';
import { parseArgs } from 'node:util';

export const USAGE = `用法 usage:
  npm run quarantine -- list [--all]
  npm run quarantine -- show <编号 id> [--reveal]
  npm run quarantine -- compare <编号 id> [--reveal]
  npm run quarantine -- resolve <编号 id> --decision dismiss|accept --note <说明> --by <何人>

  list      未处理的事件;--all 连同已处理的 what waits; --all: settled ones too
  show      一条记录 one row
  compare   与事件库、日志逐项比对 field by field beside the event store and the journal
  resolve   dismiss 以事件库为准;accept 已能接上哈希链者记入事件库(绝不覆盖)
            dismiss: the store's version stands; accept: recorded, if it follows the chain by now (nothing is overwritten)
  --reveal  显示内容,含个人信息 show the contents, which are personal data
  --json    以 JSON 输出 print JSON

  DATABASE_URL 网络库 · EVENT_STORE_URL 事件库 · JOURNAL_URL 日志(可选);未设时取自 DATA_DIR(默认 .data)
  the network's database · the event store · the journal (optional); else those of DATA_DIR (default .data)
  退出码 exit codes: 0 完成 done · 1 不能如此处理 not possible · 2 用法有误 wrong usage`;

/** The command line cannot be understood. */
export class UsageError extends StartError {
  constructor(zh: string, en: string) {
    super(zh, `${en}\n${USAGE}`);
  }
}

export type Request = { readonly json: boolean } & (
  | { readonly verb: 'list'; readonly all: boolean }
  | { readonly verb: 'show' | 'compare'; readonly id: string; readonly reveal: boolean }
  | {
      readonly verb: 'resolve';
      readonly id: string;
      readonly decision: Decision;
      readonly by: string;
      readonly note: string;
    }
);

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        reveal: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        decision: { type: 'string' },
        note: { type: 'string' },
        by: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError('参数有误', (error as Error).message);
  }
};

type Values = ReturnType<typeof parse>['values'];

const requireId = (id: string | undefined): string => {
  if (id === undefined || !/^[1-9]\d{0,17}$/.test(id)) throw new UsageError('请给出编号', 'name the id of a row');
  return id;
};

const requireText = (name: string, text: string | undefined): string => {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') throw new UsageError(`请给出 --${name}`, `--${name} is missing`);
  return trimmed;
};

const requireDecision = (decision: string | undefined): Decision => {
  if (decision !== 'dismiss' && decision !== 'accept')
    throw new UsageError('--decision 须为 dismiss 或 accept', '--decision must be dismiss or accept');
  return decision;
};

const toResolve = (id: string, { decision, by, note, json }: Values): Request => ({
  verb: 'resolve',
  id,
  decision: requireDecision(decision),
  by: requireText('by', by),
  note: requireText('note', note),
  json,
});

/** @throws UsageError */
export const parseRequest = (args: readonly string[]): Request => {
  const { positionals, values } = parse(args);
  const [verb, id, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('参数过多', 'too many arguments');
  switch (verb) {
    case 'list':
      if (id !== undefined) throw new UsageError('list 不带编号', 'list takes no id');
      return { verb, all: values.all, json: values.json };
    case 'show':
    case 'compare':
      return { verb, id: requireId(id), reveal: values.reveal, json: values.json };
    case 'resolve':
      return toResolve(requireId(id), values);
    default:
      throw new UsageError('请给出命令', 'name a command');
  }
};

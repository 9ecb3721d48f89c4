import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DivisionCsvInvalid, importDivisions, type ImportCounts, type ImportReport } from '@mediation/directory';

/** The caller asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {}

export const USAGE = `用法 usage:
  npm run directory -- import <区划.csv> [--sample-mediators]
    <区划.csv>           列 columns: code,name,tier,parent（UTF-8）
    --sample-mediators   为各调解机构加入虚构的示例调解员 also add made-up mediators, for trying it out
  数据库取自 DATABASE_OWNER_URL,否则取自 DATA_DIR(默认 .data)中运行着的系统
  the database is that of DATABASE_OWNER_URL, else of the system running on DATA_DIR (default .data)`;

const parse = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'sample-mediators': { type: 'boolean', default: false } },
    });
    const [verb, file, ...rest] = positionals;
    if (verb === 'import' && file !== undefined && rest.length === 0)
      return { file, sampleMediators: values['sample-mediators'] };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  throw new UsageError(USAGE);
};

const read = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`读不到文件 ${file}，请检查路径 cannot read the file; check the path (${error.code ?? ''})`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} 不是 UTF-8，请另存为 “CSV UTF-8” not UTF-8; save it as "CSV UTF-8"`);
  }
};

/** What PostgreSQL's and the network's codes mean for whoever runs this. */
const ADVICE: Readonly<Record<string, string>> = {
  '42P01':
    '名录表尚未建立，请先运行 npm start 或数据库迁移 the tables are not there yet; run npm start or the migrations first',
  '42501': '该登录名无权写名录，请用 DATABASE_OWNER_URL this login may not write the directory; use DATABASE_OWNER_URL',
  '28P01': '数据库密码不对 the password is wrong; check DATABASE_OWNER_URL',
  '3D000': '没有这个数据库 there is no such database; check DATABASE_OWNER_URL',
  ECONNREFUSED: '数据库没有应答，请检查它是否在运行 the database does not answer; check that it runs',
  ENOTFOUND: '找不到数据库主机 there is no such host; check DATABASE_OWNER_URL',
};

const advise = (error: unknown): unknown => {
  if (error instanceof DivisionCsvInvalid)
    return new UsageError(`${error.message}\n没有写入任何内容 nothing was written`);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const advice = ADVICE[code];
  return advice === undefined ? error : new UsageError(advice);
};

const line = (label: string, { added, changed, unchanged }: ImportCounts): string =>
  `  ${label}  新增 added ${added} · 变更 changed ${changed} · 未变 unchanged ${unchanged}`;

const summary = ({ divisions, bodies, mediators }: ImportReport): string =>
  [
    '名录已导入 the directory was imported',
    line('区划 divisions ', divisions),
    line('机构 bodies    ', bodies),
    line('调解员 mediators', mediators),
    '  服务重新启动后生效 takes effect when the services start again',
  ].join('\n');

/** Imports a CSV and answers with the counts. @throws UsageError for everything its user can mend */
export const importCommand = async (args: readonly string[], databaseUrl: string | undefined): Promise<string> => {
  const { file, sampleMediators } = parse(args);
  const csv = await read(file);
  if (databaseUrl === undefined || databaseUrl === '')
    throw new UsageError(
      '没有找到数据库；请先 npm start，或设置 DATABASE_OWNER_URL no database found; run npm start first, or set DATABASE_OWNER_URL, e.g. postgres://owner:password@host:5432/mediation',
    );
  try {
    return summary(await importDivisions(databaseUrl, csv, { sampleMediators }));
  } catch (error) {
    throw advise(error);
  }
};

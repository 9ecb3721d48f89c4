import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { check, GOLDEN, list, makeMissing, TEMPLATES, writeSamples, writeTexts } from './commands';

const USAGE = `用法 usage: npm run documents -- <命令 command>
check [文件夹 folder]   检查模板的占位符和循环 · checks placeholders and loops of the templates
sample <文件夹 folder>  用示例数据填好全部文书,供打开查看 · fills every document with sample data, to look at
texts                   改过模板后,更新 ${GOLDEN} 中的对照文本 · after a template was edited, updates the texts it is compared with
list                    列出占位符 · lists the placeholders
make                    只补做缺少的模板,不改已有的 · makes the templates that are missing; never changes one`;

type Command = (folder: string | undefined) => Promise<readonly string[]> | readonly string[];

const sample: Command = (folder) => {
  if (folder === undefined) throw new RangeError(USAGE);
  mkdirSync(folder, { recursive: true });
  return writeSamples(folder);
};

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['check', (folder) => check(folder ?? TEMPLATES)],
  ['sample', sample],
  ['texts', () => writeTexts()],
  ['list', () => list()],
  ['make', () => makeMissing()],
]);

const main = async ([name = '', folder]: readonly string[]): Promise<void> => {
  const command = COMMANDS.get(name);
  if (command === undefined) {
    console.error(USAGE);
    process.exitCode = name === '--help' || name === '-h' ? 0 : 2;
    return;
  }
  const lines = await command(folder === undefined ? undefined : resolve(folder));
  for (const line of lines) console.log(line);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

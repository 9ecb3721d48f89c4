import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { appendSection } from './append.section';
import { startBenchServer } from './bench-server';
import type { Bench, Scale, Section } from './finding';
import { flatnessSection } from './flatness.section';
import { latencySection } from './latency.section';
import { describeMachine } from './machine';
import { postSection } from './post.section';
import { readingSection } from './reading.section';
import { relaySection } from './relay.section';
import { document, table, type SectionResult } from './report';
import { viewsSection } from './views.section';

const SECTIONS: readonly Section[] = [
  appendSection,
  readingSection,
  postSection,
  relaySection,
  latencySection,
  flatnessSection,
  viewsSection,
];

const FULL: Scale = {
  pairs: 5,
  runMs: 2_000,
  warmUpMs: 1_000,
  loadMs: 10_000,
  events: 100_000,
  sizes: [10_000, 100_000, 1_000_000, 5_000_000],
  disputes: 1_000_000,
  requests: 60,
};
const QUICK: Scale = {
  pairs: 3,
  runMs: 1_000,
  warmUpMs: 500,
  loadMs: 3_000,
  events: 20_000,
  sizes: [10_000, 100_000],
  disputes: 10_000,
  requests: 10,
};

/** Carries the line to print, as a start error does. */
class BenchEnded extends Error {
  override readonly name = 'BenchEnded';
  readonly line: string;
  constructor(zh: string, en: string) {
    super(en);
    this.line = `${zh} · ${en}`;
  }
}

interface Options {
  readonly quick: boolean;
  readonly sections: readonly Section[];
}

const valuesOf = (args: string[]): { readonly quick: boolean; readonly only?: string | undefined } => {
  try {
    return parseArgs({ args, options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
      .values;
  } catch (error) {
    throw new BenchEnded(
      '可用选项:--quick、--only <项,…>',
      `options: --quick, --only <section,…>; ${(error as Error).message}`,
    );
  }
};

const optionsFrom = (args: string[]): Options => {
  const { quick, only } = valuesOf(args);
  const names = only?.split(',');
  const unknown = names?.find((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown !== undefined) {
    const known = SECTIONS.map(({ name }) => name).join(', ');
    throw new BenchEnded(`没有 ${unknown} 这一项,可选:${known}`, `there is no section ${unknown}; choose of ${known}`);
  }
  return { quick, sections: SECTIONS.filter(({ name }) => names?.includes(name) ?? true) };
};

const clock = (startedAt: number): string => {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

const runAll = async (bench: Bench, sections: readonly Section[]): Promise<readonly SectionResult[]> => {
  const results: SectionResult[] = [];
  for (const section of sections) {
    bench.say(`${results.length + 1}/${sections.length}`, section.title);
    results.push({ section, findings: await section.run(bench) });
  }
  return results;
};

/** Only what was measured at full scale is worth keeping. */
const report = (root: string, { quick }: Options, machine: readonly string[], results: readonly SectionResult[]) => {
  console.log(`\n${machine.join('\n')}\n\n${table(results.flatMap(({ findings }) => findings))}\n`);
  if (quick) {
    console.log('快速运行,仅供参考,未写入 docs/bench.md · quick: for a first look, docs/bench.md is as it was');
    return;
  }
  const file = join(root, 'docs', 'bench.md');
  const previous = existsSync(file) ? readFileSync(file, 'utf8') : '';
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(file, document({ machine, results, order: SECTIONS.map(({ title }) => title) }, previous));
  console.log('已写入 docs/bench.md · written to docs/bench.md');
};

/** Rejects when someone asks the program to end. */
const interrupted = (): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(new BenchEnded('已中断', 'interrupted'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  });

/** Measures, prints, and writes docs/bench.md below `root`. @throws StartError, BenchEnded with the line to print */
export const main = async (root: string): Promise<void> => {
  const options = optionsFrom(process.argv.slice(2));
  const startedAt = performance.now();
  const say = (zh: string, en: string) => console.log(`[${clock(startedAt)}] ${zh} · ${en}`);
  const server = await startBenchServer(resolve(root, process.env['DATA_DIR'] ?? '.data', 'bench'), say);
  try {
    const bench = { root, server, scale: options.quick ? QUICK : FULL, say };
    const machine = await describeMachine(server);
    const results = await Promise.race([runAll(bench, options.sections), interrupted()]);
    report(root, options, machine, results);
  } finally {
    await server.stop();
  }
};

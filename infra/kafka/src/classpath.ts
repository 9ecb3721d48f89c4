import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { StartError } from '@mediation/kernel';
import { z } from 'zod';
import { cacheFolder, findMaven } from './machine';

export type OnProgress = (step: { readonly zh: string; readonly en: string }) => void;

const POM = resolve(__dirname, '..', 'pom.xml');
const pom = readFileSync(POM, 'utf8');

/** Of Apache Kafka: broker, tools and image. */
export const KAFKA_VERSION = /<kafka\.version>([^<]+)</.exec(pom)?.[1] ?? '';

const POM_HASH = createHash('sha256').update(pom).digest('hex');
const PROGRESS_EVERY = 20;

const cachedSchema = z.object({
  pom: z.literal(POM_HASH),
  files: z.array(z.object({ path: z.string(), size: z.number() })).min(1),
});
type Cached = z.infer<typeof cachedSchema>;

const cacheFile = (): string => join(cacheFolder(), KAFKA_VERSION, 'classpath.json');

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** What was resolved before, if each of its files is still there and whole. */
export const cachedClasspath = (): string[] | undefined => {
  try {
    const { files } = cachedSchema.parse(JSON.parse(readFileSync(cacheFile(), 'utf8')));
    return files.every(({ path, size }) => sizeOf(path) === size) ? files.map(({ path }) => path) : undefined;
  } catch {
    return undefined;
  }
};

/** Written aside and moved into place: a reader sees the whole list or none. */
const remember = (paths: readonly string[]): void => {
  const cached: Cached = { pom: POM_HASH, files: paths.map((path) => ({ path, size: statSync(path).size })) };
  const partial = `${cacheFile()}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(cached, null, 1));
  renameSync(partial, cacheFile());
};

const runMaven = (maven: string, args: string[], onFetched: () => void): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(maven, ['-B', '-f', POM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const abandon = () => child.kill('SIGTERM');
    process.once('exit', abandon);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
      for (const _ of text.matchAll(/^.*Downloaded from .*\.jar /gm)) onFetched();
    });
    child.stderr.resume();
    child.once('error', failed);
    child.once('close', (code) => {
      process.removeListener('exit', abandon);
      const complaint = /^\[ERROR\] (.*)$/m.exec(output)?.[1] ?? `exit code ${code}`;
      if (code === 0) done();
      else failed(new Error(complaint));
    });
  });

const askMaven = async (maven: string, onProgress: OnProgress): Promise<string[]> => {
  const output = `${cacheFile()}.${process.pid}.txt`;
  const args = ['dependency:build-classpath', '-Dmdep.includeScope=runtime', `-Dmdep.outputFile=${output}`];
  let fetched = 0;
  const count = () => {
    fetched += 1;
    if (fetched % PROGRESS_EVERY === 0) onProgress({ zh: `已获取 ${fetched} 个文件`, en: `${fetched} files fetched` });
  };
  try {
    // Without the network when Maven has it all: quicker, and it works on a train.
    await runMaven(maven, ['-o', ...args], count).catch(() => runMaven(maven, args, count));
    return readFileSync(output, 'utf8').trim().split(delimiter);
  } finally {
    rmSync(output, { force: true });
  }
};

/**
 * The files the broker runs from; by Maven the first time, from the cache from then on. A cache that is broken, half made or
 * of another pom is made again.
 * @throws StartError when there is no Maven or it cannot get them.
 */
export const resolveClasspath = async (onProgress: OnProgress = () => undefined): Promise<string> => {
  const cached = cachedClasspath();
  if (cached !== undefined) return cached.join(delimiter);
  const maven = findMaven();
  if (maven === undefined) {
    throw new StartError(
      `首次获取 Kafka ${KAFKA_VERSION} 需要 Maven,请先安装(如 apt-get install maven)`,
      `Maven is needed to get Kafka ${KAFKA_VERSION} the first time; install it, e.g. apt-get install maven`,
    );
  }
  onProgress({
    zh: `首次运行,正在由 Maven 获取 Kafka ${KAFKA_VERSION}(约 50 MB)`,
    en: `first run, getting Kafka ${KAFKA_VERSION} through Maven (about 50 MB)`,
  });
  try {
    mkdirSync(join(cacheFolder(), KAFKA_VERSION), { recursive: true });
    const files = await askMaven(maven, onProgress);
    remember(files);
    return files.join(delimiter);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `Maven 没有取得 Kafka ${KAFKA_VERSION}:${detail};请检查网络或 Maven 的设置后重试`,
      `Maven could not get Kafka ${KAFKA_VERSION}: ${detail}; check the network or Maven's settings and try again`,
      { cause: error },
    );
  }
};

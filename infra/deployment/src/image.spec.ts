import { transformSync } from '@swc/core';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { isBuiltin } from 'node:module';
import { isInWorkspace, jsonOf, pathOf, ROOT, textOf } from './files';

const DOCKERFILE = textOf('infra/docker/Dockerfile');
const ENTRIES = [
  'apps/village-service/src/main.ts',
  'apps/township-service/src/main.ts',
  'apps/district-service/src/main.ts',
  'apps/recorder/src/main.ts',
  'apps/center-service/src/main.ts',
  'tools/migrate/src/index.ts',
  'tools/kafka/src/index.ts',
  'tools/directory/src/index.ts',
];

const ALIASES: Readonly<Record<string, string>> = {
  '@mediation': 'libs',
  '@infra': 'infra',
  '@apps': 'apps',
  '@tools': 'tools',
};
const SWC = {
  swcrc: false,
  configFile: false,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false },
  },
} as const;

const fileOf = (path: string): string | undefined =>
  [path, `${path}.ts`, join(path, 'index.ts')].find((each) => existsSync(each) && statSync(each).isFile());

/** Where an import of our own leads; undefined for a package's. */
const ownFile = (from: string, name: string): string | undefined => {
  if (name.startsWith('.')) return fileOf(join(dirname(from), name));
  const [scope = '', ...rest] = name.split('/');
  const folder = ALIASES[scope];
  return folder === undefined ? undefined : fileOf(join(ROOT, folder, ...rest, 'src'));
};

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** What is left of a file's imports when its types are gone. */
const importsOf = (file: string): readonly string[] =>
  [...transformSync(readFileSync(file, 'utf8'), SWC).code.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].map(
    ([, name]) => name!,
  );

/** Every package that a program loads, each with the file of ours that asks for it. */
const packagesOf = (entry: string): ReadonlyMap<string, string> => {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !file.endsWith('.ts')) return;
    seen.add(file);
    for (const name of importsOf(file)) {
      const own = ownFile(file, name);
      if (own !== undefined) visit(own);
      else if (!isBuiltin(name)) packages.set(packageOf(name), `${relative(ROOT, file)} imports ${name}`);
    }
  };
  visit(pathOf(entry));
  return packages;
};

const healthcheck = async (port: number): Promise<number> => {
  const child = spawn(process.execPath, [pathOf('infra/docker/healthcheck.mjs')], { env: { PORT: String(port) } });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
};

describe('the image', () => {
  it.each(ENTRIES)('starts %s with production dependencies only', (entry) => {
    const { dependencies } = jsonOf('package.json') as { dependencies: Readonly<Record<string, string>> };
    const missing = [...packagesOf(entry)].filter(([name]) => dependencies[name] === undefined);
    expect(missing).toEqual([]);
  });

  it('copies what is there and what its ignore file lets in', () => {
    const sources = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) => list!.split(' '));
    expect(sources.length).toBeGreaterThan(8);
    expect(sources.filter((path) => !isInWorkspace(path))).toEqual([]);
    const allowed: readonly string[] = textOf('infra/docker/Dockerfile.dockerignore').match(/(?<=^!).+/gm) ?? [];
    expect(sources.filter((path) => !allowed.includes(path.split('/')[0]!))).toEqual([]);
  });

  it('runs as a number that is not root, on a pinned Node that the workspace supports', () => {
    expect(/^USER (.+)$/m.exec(DOCKERFILE)?.[1]).toBe('10001:10001');
    const [, major] = /^ARG NODE_IMAGE=node:(\d+)\.\d+\.\d+-bookworm-slim$/m.exec(DOCKERFILE) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(22);
  });

  it('is healthy when the service is ready, and not when it says no or nothing', async () => {
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/health/ready' ? status : 404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await healthcheck(port)).toBe(0);
    status = 503;
    expect(await healthcheck(port)).toBe(1);
    server.close();
    await once(server, 'close');
    expect(await healthcheck(port)).toBe(1);
  });
});

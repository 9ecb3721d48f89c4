import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApp, PinoLogger, ShellModule } from '@mediation/nest';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { builtConsole } from './built-console';
import { proxyTiers } from './proxy-tiers';
import { serveConsole } from './serve-console';

@Module({})
class TestModule {}

const ISSUER = 'https://id.example/realms/mediation';
const BUDGET_BYTES = 300_000;
/** Built before every test run. */
const folder = builtConsole() ?? '';

let app: NestFastifyApplication;
let village: FastifyInstance;

beforeAll(async () => {
  village = fastify();
  village.all('/api/village/v1/*', async ({ url, method, headers, body }, reply) =>
    reply.status(201).header('etag', '"1"').send({ url, method, token: headers.authorization, body }),
  );
  const upstream = await village.listen({ port: 0, host: '127.0.0.1' });
  const shell = ShellModule.forRoot({ verify: async () => ({ refusal: 'token-missing' }), healthChecks: [] });
  app = await createApp({ module: TestModule, imports: [shell] }, { logger: new PinoLogger('fatal') });
  // Nothing listens where the township should.
  proxyTiers(app, { village: upstream, township: 'http://127.0.0.1:9' });
  serveConsole(app, ISSUER);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app?.close();
  await village?.close();
});

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (url: string, headers: Record<string, string> = asBrowser) => app.inject({ method: 'GET', url, headers });

describe('the console', () => {
  it.each(['/', '/worklist', '/disputes/0190a6c2?from=x', '/signed-in?code=1'])('is what %s opens', async (url) => {
    const page = await get(url);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<div id="console">');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/api/center/v1/nothing',
    '/docs/nothing',
    '/metrics/x',
    '/.well-known/x',
    '/oidc/x',
    '/assets/gone.js',
    '/x.json',
  ])('does not stand in for a service at %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('does not stand in for what a program asks', async () =>
    expect((await get('/worklist', { accept: 'application/json' })).statusCode).toBe(404));

  it('runs no script but its own, and speaks to its own origin and the issuer’s', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("connect-src 'self' https://id.example;");
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page.match(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/g)).toBeNull();
  });

  it('sends what is named after its content compressed, once', async () => {
    const [script = ''] = readdirSync(join(folder, 'assets')).filter((name) => /^index-.*\.js$/.test(name));
    const answer = await get(`/assets/${script}`, { ...asBrowser, 'accept-encoding': 'gzip, deflate, br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });
});

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

describe('what a phone loads first', () => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const withImports = (name: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(name)) {
      seen.add(name);
      manifest[name]?.imports?.forEach((each) => withImports(each, seen));
    }
    return seen;
  };
  const gzipped = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, manifest[name]?.file ?? ''))).length, 0);
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);

  it('is within the budget, with any page that is not a chart', () => {
    const initial = withImports(entry[0] ?? '');
    expect(entry).toHaveLength(1);
    expect(gzipped(initial)).toBeLessThanOrEqual(BUDGET_BYTES);
    const worklist = withImports('src/pages/worklist/WorklistPage.vue', new Set(initial));
    expect(gzipped(worklist)).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('has no chart in it', () => {
    const contents = [...withImports(entry[0] ?? '')].map((name) =>
      readFileSync(join(folder, manifest[name]?.file ?? ''), 'utf8'),
    );
    expect(contents.filter((content) => content.includes('zrender'))).toEqual([]);
  });
});

describe('a tier that is a process of its own', () => {
  it('is called on the console’s origin, with what the console sends', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/village/v1/disputes?x=1',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
      payload: { facts: '宅基地' },
    });
    expect([answer.statusCode, answer.headers['etag'], answer.json()]).toEqual([
      201,
      '"1"',
      { url: '/api/village/v1/disputes?x=1', method: 'POST', token: 'Bearer t', body: { facts: '宅基地' } },
    ]);
  });

  it('is said to be away when it is', async () => {
    const answer = await get('/api/township/v1/disputes/x', { accept: 'application/json' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'tier-unreachable']);
  });
});

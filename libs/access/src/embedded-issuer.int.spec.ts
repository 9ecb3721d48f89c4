import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedIssuer, openEmbeddedIssuer, type EmbeddedIssuer } from './embedded-issuer';
import { verifier } from './verifier';

let folder: string;
let keyFile: string;
const servers: Server[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  keyFile = join(folder, 'data', 'issuer.json');
});

afterEach(async () => {
  for (const server of servers.splice(0)) await close(server);
  await rm(folder, { recursive: true, force: true });
});

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

type Answer = (path: string) => unknown;

/** A server whose answers are set once its address is known; until then, and for undefined, it has nothing. */
const listen = () =>
  new Promise<{ server: Server; url: string; answer: (next: Answer) => void }>((resolve) => {
    let answer: Answer = () => undefined;
    const server = createServer((request, response) => {
      const body = answer(request.url ?? '');
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({ server, url, answer: (next) => (answer = next) });
    });
  });

const jwksOf = (issuer: EmbeddedIssuer) => ({ keys: issuer.signingKeys().keys.map(({ d: _, ...open }) => open) });

const served =
  (issuer: EmbeddedIssuer): Answer =>
  (path) => {
    if (path === '/.well-known/openid-configuration')
      return { issuer: issuer.issuer, jwks_uri: `${issuer.issuer}/.well-known/jwks.json` };
    return path === '/.well-known/jwks.json' ? jwksOf(issuer) : undefined;
  };

const request = { sub: 'u1', org: '370402102-committee', roles: ['mediator'], ttlSeconds: 60 } as const;
const local = (issuerUrl: string) => embeddedIssuer({ keyFile, issuerUrl, nodeEnv: 'test' });
const bearer = { sub: 'u1', org: '370402102-committee', roles: ['mediator'], exp: expect.any(Number) as number };

describe('the embedded issuer', () => {
  it('is trusted through its discovery document and key set, by nothing but its address', async () => {
    const { url, answer } = await listen();
    const issuer = await local(url);
    answer(served(issuer));
    expect(await verifier({ issuer: url })(await issuer.sign(request))).toEqual(bearer);
  });

  it('is trusted before it listens by a verifier that is handed its keys', async () => {
    const issuer = await local('http://localhost:8080');
    expect(await verifier({ issuer: issuer.issuer, keys: issuer.keys })(await issuer.sign(request))).toEqual(bearer);
  });

  it('keeps its key over restarts in a file that only its owner reads', async () => {
    const first = await local('http://localhost:8080');
    const second = await local('http://localhost:8080');
    expect(second.signingKeys()).toEqual(first.signingKeys());
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('keeps its key when its address changes, and names the new address', async () => {
    const first = await local('http://localhost:8080');
    await local('http://localhost:9090');
    const opened = await openEmbeddedIssuer(keyFile);
    expect(opened?.issuer).toBe('http://localhost:9090');
    expect(opened?.signingKeys()).toEqual(first.signingKeys());
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('makes one key when many start at once, and leaves no draft behind', async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => local('http://localhost:8080')));
    expect(new Set(issuers.map((issuer) => JSON.stringify(issuer.signingKeys()))).size).toBe(1);
    expect(await readdir(join(folder, 'data'))).toEqual(['issuer.json']);
  });

  it('is refused in production', async () => {
    const attempt = embeddedIssuer({ keyFile, issuerUrl: 'http://localhost:8080', nodeEnv: 'production' });
    await expect(attempt).rejects.toThrow(/local use only/);
    expect(await openEmbeddedIssuer(keyFile)).toBeUndefined();
  });

  it('refuses a key that others can read, and a file that is no key', async () => {
    await local('http://localhost:8080');
    await chmod(keyFile, 0o644);
    await expect(openEmbeddedIssuer(keyFile)).rejects.toThrow(/chmod 600/);
    await chmod(keyFile, 0o600);
    await writeFile(keyFile, '{"half":');
    await expect(local('http://localhost:8080')).rejects.toThrow(/not an issuer key file/);
  });
});

describe('an issuer elsewhere', () => {
  it('is said to be unreachable when nothing answers there', async () => {
    const { url, server } = await listen();
    await close(server);
    const issuer = await local(url);
    expect(await verifier({ issuer: url })(await issuer.sign(request))).toBe('issuer-unreachable');
  });

  it('is asked again after it has failed', async () => {
    const { url, answer } = await listen();
    const issuer = await local(url);
    const verify = verifier({ issuer: url });
    const token = await issuer.sign(request);
    expect(await verify(token)).toBe('issuer-unreachable');
    answer(served(issuer));
    expect(await verify(token)).toEqual(bearer);
  });

  it('is found without discovery when its key set is named', async () => {
    const issuer = await local('https://issuer.example');
    const { url, answer } = await listen();
    answer((path) => (path === '/keys' ? jwksOf(issuer) : undefined));
    const verify = verifier({ issuer: 'https://issuer.example', jwksUri: `${url}/keys` });
    expect(await verify(await issuer.sign(request))).toEqual(bearer);
  });

  it.each<[string, (url: string) => unknown]>([
    ['names another issuer', (url) => ({ issuer: 'https://other.example', jwks_uri: `${url}/.well-known/jwks.json` })],
    ['names no key set', (url) => ({ issuer: url })],
    ['is null', () => null],
    ['is missing', () => undefined],
  ])('lends no keys when its discovery document %s', async (_, document) => {
    const { url, answer } = await listen();
    const issuer = await local(url);
    answer((path) => (path.endsWith('jwks.json') ? jwksOf(issuer) : document(url)));
    expect(await verifier({ issuer: url })(await issuer.sign(request))).toBe('issuer-unreachable');
  });

  it('says nothing about the token when its key set is broken', async () => {
    const issuer = await local('https://issuer.example');
    const { url, answer } = await listen();
    answer(() => ({ keys: 'none' }));
    const verify = verifier({ issuer: 'https://issuer.example', jwksUri: url });
    expect(await verify(await issuer.sign(request))).toBe('issuer-unreachable');
  });

  it('does not know a key it has not published', async () => {
    const issuer = await local('https://issuer.example');
    const { url, answer } = await listen();
    answer(() => ({ keys: [] }));
    const verify = verifier({ issuer: 'https://issuer.example', jwksUri: url });
    expect(await verify(await issuer.sign(request))).toBe('token-invalid');
  });
});

import { createServer, request, type Server } from 'node:http';
import { once } from 'node:events';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedIssuer, verifier, type EmbeddedIssuer } from '@mediation/access';
import type { LocalBody } from './people';
import { localSignIn, type NodeHandler } from './local-sign-in';

const COMMITTEE: LocalBody = {
  code: '370402102200-committee',
  kind: 'committee',
  tier: 'village',
  nameZh: '示例村人民调解委员会',
};
const POLICE: LocalBody = { code: '370402102-police', kind: 'police', tier: 'township', nameZh: '示例派出所调解室' };
const BODIES = [COMMITTEE, POLICE];

const CONSOLE = 'http://localhost:9';
const MEDIATOR = `mediator:${COMMITTEE.code}`;
const verifierOfCode = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifierOfCode).digest('base64url');
const ASKED: Readonly<Record<string, string>> = {
  client_id: 'mediation-console',
  redirect_uri: `${CONSOLE}/signed-in`,
  response_type: 'code',
  scope: 'openid',
  state: 's1',
  nonce: 'n1',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

let folder: string;
let server: Server;
let issuer: EmbeddedIssuer;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  let handler: NodeHandler = () => undefined;
  server = createServer((request, response) => handler(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  issuer = await embeddedIssuer({ keyFile: join(folder, 'issuer.json'), issuerUrl: base, nodeEnv: 'test' });
  handler = localSignIn({
    issuer,
    clientId: 'mediation-console',
    consolePort: 9,
    bodies: { body: (code) => BODIES.find((each) => each.code === code), bodies: () => BODIES },
    village: '370402102200',
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** A browser as far as signing in needs one: it keeps cookies and goes where it is sent within the issuer. */
const browser = () => {
  const cookies = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, base), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const follow = async (url: string, init?: RequestInit): Promise<{ url: string; response: Response }> => {
    const response = await ask(url, init);
    const location = response.headers.get('location');
    if (location === null) return { url, response };
    const next = new URL(location, base).href;
    return next.startsWith(base) ? follow(next) : { url: next, response };
  };
  return { follow };
};

const authorize = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const query = Object.entries({ ...ASKED, ...changes }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  return `/oidc/authorize?${new URLSearchParams(query)}`;
};
const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

const signIn = async (person = MEDIATOR) => {
  const tab = browser();
  const picker = await tab.follow(authorize());
  const back = await tab.follow(picker.url, form({ person }));
  return { tab, picker, back: new URL(back.url) };
};
const exchange = (code: string, changes: Readonly<Record<string, string>> = {}) =>
  fetch(
    `${base}/oidc/token`,
    form({
      grant_type: 'authorization_code',
      client_id: 'mediation-console',
      redirect_uri: `${CONSOLE}/signed-in`,
      code,
      code_verifier: verifierOfCode,
      ...changes,
    }),
  );

describe('signing in at the local issuer', () => {
  it('gives the console a token that every service believes, for whoever was chosen', async () => {
    const { back } = await signIn();
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([`${CONSOLE}/signed-in`, 's1']);
    const response = await exchange(back.searchParams.get('code') ?? '');
    const tokens = (await response.json()) as { access_token: string; id_token: string; expires_in: number };
    expect([response.status, tokens.expires_in]).toEqual([200, 28_800]);
    const inProcess = await verifier({ issuer: base, keys: issuer.keys })(tokens.access_token);
    expect(inProcess).toMatchObject({ sub: MEDIATOR, org: COMMITTEE.code, roles: ['mediator'] });
    expect(await verifier({ issuer: base })(tokens.access_token)).toEqual(inProcess);
    const [, claims = ''] = tokens.id_token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: base,
      aud: 'mediation-console',
      sub: MEDIATOR,
      nonce: 'n1',
    });
  });

  it('offers people of the village and up, and any body by name', async () => {
    const tab = browser();
    const { url, response } = await tab.follow(authorize());
    const text = await response.text();
    expect(text).toContain('value="mediator:370402102200-committee"');
    expect(text).toContain('value="police-officer:370402102-police"');
    const found = await (await tab.follow(`${url}?q=${encodeURIComponent('<派出所>')}`)).response.text();
    expect(found).toContain('没有名称含“&#60;派出所&#62;”的机构');
    expect(await (await tab.follow(`${url}?q=${encodeURIComponent('派出所')}`)).response.text()).toContain(
      '<h3>示例派出所调解室',
    );
  });

  it('keeps who was chosen until signed out', async () => {
    const { tab, back } = await signIn();
    const again = new URL((await tab.follow(authorize())).url);
    expect(again.searchParams.has('code')).toBe(true);
    const { id_token } = (await (await exchange(back.searchParams.get('code') ?? '')).json()) as { id_token: string };
    const leaving = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${CONSOLE}/` });
    const question = await (await tab.follow(`/oidc/sign-out?${leaving}`)).response.text();
    expect(question).toContain('document.forms[0].submit()');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(question) ?? [];
    expect((await tab.follow('/oidc/sign-out/confirm', form({ xsrf, logout: 'yes' }))).url).toBe(`${CONSOLE}/`);
    expect((await tab.follow(authorize())).url).toContain('/oidc/sign-in/');
  });

  it.each([
    ['a code that was used', {}],
    ['another verifier than its challenge', { code_verifier: randomBytes(32).toString('base64url') }],
    ['another address than it was sent to', { redirect_uri: 'http://127.0.0.1:9/signed-in' }],
    ['another client', { client_id: 'other' }],
  ])('gives nothing for %s', async (what, changes) => {
    const { back } = await signIn();
    const code = back.searchParams.get('code') ?? '';
    if (what === 'a code that was used') expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code, changes)).ok).toBe(false);
  });

  it.each([
    ['without a challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['for a token in the address', { response_type: 'token' }],
    ['for another address', { redirect_uri: 'http://localhost:9/signed-in/' }],
    ['for an address elsewhere', { redirect_uri: 'https://attacker.example/signed-in' }],
    ['of another client', { client_id: 'other' }],
  ])('does not let anybody choose when asked %s', async (_, changes) => {
    const { url, response } = await browser().follow(authorize(changes));
    const told = new URL(url, base);
    expect(told.pathname).not.toContain('sign-in/');
    expect(told.searchParams.has('code')).toBe(false);
    // The console is told why when it is the console that asks; anybody else gets a page.
    if (told.origin === CONSOLE) expect(url).toContain('error=');
    else expect(response.status).toBe(400);
  });

  it('signs in nobody who is not in the directory, and nobody of a role that the body has not', async () => {
    for (const person of ['mediator:370402102-police', 'mediator:999999-committee', 'system:370402102-police', '']) {
      expect((await signIn(person)).back.origin).toBe(base);
    }
  });

  it('takes a choice only from the browser that was asked', async () => {
    const { url } = await browser().follow(authorize());
    expect((await browser().follow(url, form({ person: MEDIATOR }))).response.status).toBe(400);
  });

  it('answers only this machine, by its own name', async () => {
    const port = new URL(base).port;
    const asked = (host: string) =>
      new Promise<number | undefined>((resolve) => {
        request({ port, host: '127.0.0.1', path: authorize(), headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    expect(await Promise.all([asked('rebound.example'), asked(`localhost:${port}`)])).toEqual([403, 303]);
  });

  it('lets the console on this machine exchange its code, and no other page', async () => {
    const allowed = async (origin: string) =>
      (
        await fetch(`${base}/oidc/token`, {
          ...form({ client_id: 'mediation-console' }),
          headers: { ...form({}).headers, origin },
        })
      ).headers.get('access-control-allow-origin');
    expect(await Promise.all([allowed(CONSOLE), allowed('https://attacker.example')])).toEqual([CONSOLE, null]);
  });

  it('publishes the public part of its key, and no more', async () => {
    const published = (await (await fetch(`${base}/.well-known/jwks.json`)).json()) as { keys: readonly object[] };
    const [{ d, ...open }] = issuer.signingKeys().keys as [{ d: string }];
    expect(published).toEqual({ keys: [open] });
    const discovery = await (await fetch(`${base}/.well-known/openid-configuration`)).text();
    expect(JSON.parse(discovery)).toMatchObject({ issuer: base, jwks_uri: `${base}/.well-known/jwks.json` });
    expect(discovery).not.toContain(d);
  });

  it('cannot be framed, and runs no script of its own', async () => {
    const { response } = await browser().follow(authorize());
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'none'");
  });
});

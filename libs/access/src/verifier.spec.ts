import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { bearerToken, verifier, type VerifierOptions } from './verifier';

const ISSUER = 'http://localhost:8080/issuer';
const NOW = new Date('2025-06-01T08:00:00+08:00');
const seconds = Math.floor(NOW.getTime() / 1000);

const keyPair = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' } };
};
type KeyPair = Awaited<ReturnType<typeof keyPair>>;

const claims = {
  iss: ISSUER,
  sub: 'u1',
  org: '370402102-committee',
  roles: ['mediator'],
  exp: seconds + 60,
};
const sign = ({ kid, privateKey }: KeyPair, changes: Readonly<Record<string, unknown>> = {}) =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);

let ours: KeyPair;
let theirs: KeyPair;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([keyPair('k1'), keyPair('k1')]);
});

const verify = (token: string | undefined, options: Partial<VerifierOptions> = {}) =>
  verifier({ issuer: ISSUER, keys: createLocalJWKSet({ keys: [ours.jwk] }), now: () => NOW, ...options })(token);

it('knows the bearer of a good token', async () => {
  expect(await verify(await sign(ours))).toEqual({
    sub: 'u1',
    org: '370402102-committee',
    roles: ['mediator'],
    exp: seconds + 60,
  });
});

it('drops roles that are not ours, and repeats', async () => {
  const roles = ['offline_access', 'auditor', 'auditor', 7, 'mediator'];
  expect(await verify(await sign(ours, { roles }))).toMatchObject({ roles: ['auditor', 'mediator'] });
});

it('asks for a token', async () => {
  expect(await verify(undefined)).toBe('token-missing');
  expect(await verify('')).toBe('token-missing');
});

it.each<[string, Readonly<Record<string, unknown>>]>([
  ['another issuer', { iss: 'http://localhost:9090' }],
  ['no issuer', { iss: undefined }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['no body', { org: undefined }],
  ['a body that is no text', { org: 7 }],
  ['an endless body', { org: 'x'.repeat(201) }],
  ['no roles', { roles: undefined }],
  ['roles that are no list', { roles: 'mediator' }],
  ['no role of ours', { roles: ['offline_access'] }],
  ['no expiry', { exp: undefined }],
  ['a start in the future', { nbf: seconds + 60 }],
])('refuses a token with %s', async (_, changes) => {
  expect(await verify(await sign(ours, changes))).toBe('token-invalid');
});

it('tells an expired token from an invalid one, with five seconds for clocks that differ', async () => {
  expect(await verify(await sign(ours, { exp: seconds - 6 }))).toBe('token-expired');
  expect(await verify(await sign(ours, { exp: seconds - 4 }))).toMatchObject({ sub: 'u1' });
});

it('does not say that a forged token is expired', async () => {
  expect(await verify(await sign(theirs, { exp: seconds - 60 }))).toBe('token-invalid');
});

it('refuses what it cannot trust', async () => {
  const good = await sign(ours);
  const [header = '', , signature = ''] = good.split('.');
  const body = Buffer.from(JSON.stringify({ ...claims, roles: ['system'] })).toString('base64url');
  const shared = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(Buffer.from(ours.jwk.x ?? '', 'base64url'));
  const bad = [
    `${header}.${body}.${signature}`,
    await sign(theirs),
    new UnsecuredJWT(claims).encode(),
    shared,
    'not-a-token',
    'a.b.c',
    '\u0000',
    'x'.repeat(9_000),
  ];
  for (const token of bad) expect(await verify(token)).toBe('token-invalid');
});

it('takes only tokens meant for its audience, when it has one', async () => {
  const audience = 'mediation';
  expect(await verify(await sign(ours), { audience })).toBe('token-invalid');
  expect(await verify(await sign(ours, { aud: 'other' }), { audience })).toBe('token-invalid');
  expect(await verify(await sign(ours, { aud: ['other', audience] }), { audience })).toMatchObject({ sub: 'u1' });
});

it('verifies a token once, and again when it has expired', async () => {
  let asked = 0;
  let now = NOW;
  const local = createLocalJWKSet({ keys: [ours.jwk] });
  const check = verifier({
    issuer: ISSUER,
    now: () => now,
    keys: (header, token) => {
      asked += 1;
      return local(header, token);
    },
  });
  const token = await sign(ours);
  const first = await check(token);
  expect(await check(token)).toBe(first);
  expect(asked).toBe(1);
  now = new Date(NOW.getTime() + 66_000);
  expect(await check(token)).toBe('token-expired');
  expect(asked).toBe(2);
});

it('reads the token of a bearer header only', () => {
  expect(['Bearer a.b.c', 'bearer  a.b.c ', 'Basic YTpi', 'Bearer', 'Bearer a b', undefined].map(bearerToken)).toEqual([
    'a.b.c',
    'a.b.c',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

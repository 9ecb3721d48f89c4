import { createHmac } from 'node:crypto';
import { describeWithPostgres } from '@mediation/testing';
import { generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { readFileSync } from 'node:fs';
import { expectProblem } from './spec/expect-problem';
import { startSystem, type System } from './spec/system.fixture';

const MISSING = { status: 401, code: 'token-missing' };
const INVALID = { status: 401, code: 'token-invalid' };
const EXPIRED = { status: 401, code: 'token-expired' };
const ADDRESS = '/api/village/v1/disputes';
const NOW = Math.floor(Date.now() / 1000);

const base64url = (value: object | Buffer): string =>
  Buffer.from(value instanceof Buffer ? value : JSON.stringify(value)).toString('base64url');

describeWithPostgres('a token', () => {
  let system: System;
  let claims: JWTPayload;
  let jwk: JWK;
  /** The issuer's own key: what it signs is believed as far as its claims go. */
  let key: CryptoKey;
  let published: { kid: string; x: string };
  beforeAll(async () => {
    system = await startSystem();
    jwk = (JSON.parse(readFileSync(system.issuerKeyFile, 'utf8')) as { key: JWK }).key;
    key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    const { keys } = (await system.call('/.well-known/jwks.json')).body as unknown as { keys: (typeof published)[] };
    published = keys[0]!;
    claims = {
      iss: system.issuerUrl,
      sub: 'm1',
      org: '370402102200-committee',
      roles: ['mediator'],
      iat: NOW,
      exp: NOW + 600,
    };
  });
  afterAll(() => system.close());

  const header = () => ({ alg: 'EdDSA', kid: published.kid, typ: 'JWT' });
  const signed = (change: Record<string, unknown> = {}, by = key, more: object = {}) =>
    new SignJWT({ ...claims, ...change } as JWTPayload).setProtectedHeader({ ...header(), ...more }).sign(by);
  const unsigned = (alg: string, signature: (text: string) => string) => {
    const text = `${base64url({ ...header(), alg })}.${base64url(claims)}`;
    return `${text}.${signature(text)}`;
  };
  const register = (authorization: string | undefined) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: '{}',
  });
  const refused = (authorization: string | undefined, expected: typeof MISSING) =>
    expectProblem(system, ADDRESS, register(authorization), expected);

  it('of the issuer is believed', async () => {
    const { status, body } = await system.call(ADDRESS, register(`Bearer ${await signed()}`));
    expect([status, body['code']]).toEqual([400, 'invalid-input']);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic bTE6eA==', 'Token x', 'Bearer a b'])(
    'is missing: %p',
    async (given) => {
      await refused(given, MISSING);
      expect((await system.call(ADDRESS, register(given))).headers['www-authenticate']).toBe('Bearer');
    },
  );
  it('is missing where it is in the address', async () =>
    expectProblem(system, `${ADDRESS}?access_token=${await signed()}`, register(undefined), MISSING));

  it.each(['x', 'a.b.c', '..', 'e30.e30.', 'x'.repeat(9_000), Buffer.from('令牌').toString('latin1')])(
    'is none: %p',
    (token) => refused(`Bearer ${token}`, INVALID),
  );

  it('is refused once it has expired', async () => {
    await refused(`Bearer ${await signed({ exp: NOW - 60 })}`, EXPIRED);
    await refused(`Bearer ${await signed({ exp: 1 })}`, EXPIRED);
  });

  it('is refused with a signature of another key, whatever key it names', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    await refused(`Bearer ${await signed({}, privateKey)}`, INVALID);
    await refused(`Bearer ${await signed({}, privateKey, { kid: 'other' })}`, INVALID);
    await refused(
      `Bearer ${await signed({}, privateKey, { jwk: { kty: 'OKP', crv: 'Ed25519', x: published.x } })}`,
      INVALID,
    );
  });

  it('is refused without a signature', async () => {
    for (const alg of ['none', 'None', 'EdDSA']) await refused(`Bearer ${unsigned(alg, () => '')}`, INVALID);
  });

  it('is refused with the public key as a shared secret', async () => {
    const secret = Buffer.from(published.x, 'base64url');
    const mac = (text: string) => base64url(createHmac('sha256', secret).update(text).digest());
    await refused(`Bearer ${unsigned('HS256', mac)}`, INVALID);
  });

  it('is refused when it was altered', async () => {
    const [head, , signature] = (await signed()).split('.');
    const altered = base64url({ ...claims, org: '370402-center', roles: ['district-supervisor'] });
    await refused(`Bearer ${head}.${altered}.${signature}`, INVALID);
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://issuer.example' }],
    ['of an issuer of nearly that name', { iss: 'http://localhost' }],
    ['not valid yet', { nbf: NOW + 600 }],
    ['without a subject', { sub: undefined }],
    ['without a body', { org: undefined }],
    ['without roles', { roles: [] }],
    ['with roles in one text', { roles: 'mediator' }],
    ['with roles that are none of ours', { roles: ['admin'] }],
    ['without an end', { exp: undefined }],
    ['with a body that is no text', { org: { code: '370402-center' } }],
  ])('is refused, though the issuer signed it: %s', async (_, change) =>
    refused(`Bearer ${await signed(change)}`, INVALID),
  );

  it('of a body that there is not is of no tier', async () => {
    for (const org of ['constructor', '370402102200', '370402102200-king', '__proto__']) {
      const expected = { status: 403, code: 'wrong-tier' };
      await expectProblem(system, ADDRESS, register(`Bearer ${await signed({ org })}`), expected);
    }
  });
});

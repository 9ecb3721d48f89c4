import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedIssuer, verifier, type Verifier } from '@mediation/access';
import { issueToken } from './issue-token';

let dataDir: string;
let verify: Verifier;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'token-'));
  const { issuer, keys } = await embeddedIssuer({
    keyFile: join(dataDir, 'issuer.json'),
    issuerUrl: 'http://localhost:8080',
    nodeEnv: 'test',
  });
  verify = verifier({ issuer, keys });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const issue = (...args: string[]) => issueToken(args, dataDir);
const ORG = ['--org', '370402102-committee'];

it('issues a token that the server of that folder trusts', async () => {
  const before = Math.floor(Date.now() / 1000);
  const bearer = await verify(await issue('--role', 'mediator', ...ORG));
  expect(bearer).toEqual({
    sub: 'local-mediator',
    org: '370402102-committee',
    roles: ['mediator'],
    exp: expect.any(Number) as number,
  });
  const { exp } = bearer as { exp: number };
  expect(Math.abs(exp - before - 12 * 3600)).toBeLessThan(60);
});

it('takes several roles, a subject and a time to live', async () => {
  const token = await issue('--role=mediator', '--role=committee-chair', ...ORG, '--sub', 'u7', '--ttl', '30m');
  expect(await verify(token)).toMatchObject({ sub: 'u7', roles: ['mediator', 'committee-chair'] });
});

it.each([
  ['no role', ORG, /give a --role/],
  ['an unknown role', ['--role', 'mayor', ...ORG], /no such role; the roles are:\n {2}grid-worker\n/],
  ['no body', ['--role', 'mediator'], /give an --org/],
  ['a body that is none', ['--role', 'mediator', '--org', 'x'], /not a body's code/],
  ['a time that is none', ['--role', 'mediator', ...ORG, '--ttl', '12'], /not a time to live/],
  ['too long a time', ['--role', 'mediator', ...ORG, '--ttl', '367d'], /at most 366d/],
  ['an unknown option', ['--roll', 'mediator'], /--roll[^]*usage/],
])('says what is wrong with %s', async (_, args, message) => {
  await expect(issue(...args)).rejects.toThrow(message);
});

it('says to start first where there is no key', async () => {
  await expect(issueToken(['--role', 'mediator', ...ORG], join(dataDir, 'none'))).rejects.toThrow(
    /run npm start first/,
  );
});

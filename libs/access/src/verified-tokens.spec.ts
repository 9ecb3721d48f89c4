import type { Principal } from './principal';
import { VerifiedTokens } from './verified-tokens';

const principal = (sub: string): Principal => ({ sub, org: '370402-center', roles: ['center-officer'], exp: 100 });

it('remembers until the time given, and not at it', () => {
  const tokens = new VerifiedTokens(2);
  tokens.keep('a', principal('a'), 100);
  expect(tokens.find('a', 99.9)).toEqual(principal('a'));
  expect(tokens.find('a', 100)).toBeUndefined();
  expect(tokens.size).toBe(0);
});

it('never holds more than its capacity and lets the least recently used go', () => {
  const tokens = new VerifiedTokens(2);
  tokens.keep('a', principal('a'), 100);
  tokens.keep('b', principal('b'), 100);
  tokens.find('a', 1);
  tokens.keep('c', principal('c'), 100);
  expect(['a', 'b', 'c'].map((token) => tokens.find(token, 1)?.sub)).toEqual(['a', undefined, 'c']);
  expect(tokens.size).toBe(2);
});

it('remembers nothing with no capacity', () => {
  const tokens = new VerifiedTokens(0);
  tokens.keep('a', principal('a'), 100);
  expect(tokens.size).toBe(0);
});

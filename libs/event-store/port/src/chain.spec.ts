import { createHash } from 'node:crypto';
import type { JsonObject } from '@mediation/kernel';
import { canonicalJson, chainHash, eventDigest, expectedHash, GENESIS_HASH, verifyChain } from './chain';
import type { StoredEvent } from './index';

const FIXED = {
  id: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
  stream: 'dispute-1',
  type: 'dispute.registered.v1',
  data: { 事由: '相邻排水', amountFen: 1250000, '10': 1, '9': [true, null, 1e21] },
  metadata: { by: '𠮷' },
};

/** Computed by another program from the definition in the port; they must hold for as long as there is history. */
const GOLDEN = [
  'b5080c7e68e1bedf3a00a0b2b2071a47d53efbf59cda8129f9a3aeb2b29a1c0d',
  '888092833005846b739c177adb1be4d4872f1c040e66ac8ddc2f866aff5dcd90',
];

const chainOf = (payloads: readonly JsonObject[]): StoredEvent[] => {
  let hash = GENESIS_HASH;
  return payloads.map((data, revision) => {
    const event = { ...FIXED, data, revision, position: `1.1.${revision}` };
    hash = expectedHash(event, hash);
    return { ...event, hash };
  });
};

describe('the hash chain', () => {
  it('spells JSON as RFC 8785 does: keys by UTF-16 units, numbers as ECMAScript, no space', () => {
    const example = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(example)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
    expect(canonicalJson({ n: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0] })).toBe(
      '{"n":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    );
  });

  it('digests the canonical bytes of id, stream, type, data and metadata', () => {
    const bytes = canonicalJson(FIXED);
    const digest = eventDigest(FIXED.stream, {
      ...FIXED,
      data: canonicalJson(FIXED.data),
      metadata: canonicalJson(FIXED.metadata),
    });
    expect(digest.toString('hex')).toBe(createHash('sha256').update(bytes, 'utf8').digest('hex'));
  });

  it('never changes: what is stored for ever was hashed like this', () => {
    const [first, second] = chainOf([FIXED.data, {}]);
    expect([first!.hash, second!.hash]).toEqual(GOLDEN);
  });

  it('joins the hash before, the revision as eight bytes and the digest', () => {
    const digest = createHash('sha256').update('x').digest();
    const joined = Buffer.concat([Buffer.alloc(32), Buffer.from('0000000000000102', 'hex'), digest]);
    expect(chainHash(Buffer.alloc(32), 258, digest)).toEqual(createHash('sha256').update(joined).digest());
  });
});

describe('verifyChain', () => {
  const whole = chainOf([{ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 }]);

  it('finds nothing wrong with a whole chain, or a part of it after a known hash', () => {
    expect(verifyChain([])).toBeUndefined();
    expect(verifyChain(whole)).toBeUndefined();
    expect(verifyChain(whole.slice(2), whole[1]!.hash)).toBeUndefined();
  });

  it('does not take a part for the whole', () => {
    expect(verifyChain(whole.slice(2))).toBe(whole[2]);
    expect(verifyChain(whole.slice(2), whole[0]!.hash)).toBe(whole[2]);
  });

  it.each<[string, (events: StoredEvent[]) => StoredEvent[], number]>([
    ['a payload', (e) => e.with(1, { ...e[1]!, data: { n: 9 } }), 1],
    ['metadata', (e) => e.with(1, { ...e[1]!, metadata: {} }), 1],
    ['a type', (e) => e.with(1, { ...e[1]!, type: 'other.v1' }), 1],
    ['an id', (e) => e.with(1, { ...e[1]!, id: FIXED.id.replace('6', '7') }), 1],
    ['a hash', (e) => e.with(1, { ...e[1]!, hash: GENESIS_HASH }), 1],
    ['a stream', (e) => e.with(1, { ...e[1]!, stream: 'dispute-2' }), 1],
    ['a revision', (e) => e.with(3, { ...e[3]!, revision: 4 }), 3],
    ['order', (e) => [e[0]!, e[2]!, e[1]!, e[3]!], 1],
    ['an event left out', (e) => [e[0]!, e[2]!, e[3]!], 1],
    ['an event rewritten with its own hash', (e) => e.with(1, chainOf([{ n: 0 }, { n: 9 }])[1]!), 2],
  ])('finds %s changed', (_, change, at) => {
    const changed = change(whole);
    expect(verifyChain(changed)).toBe(changed[at]);
  });
});

import type { Json, JsonObject } from '@mediation/kernel';
import { expectedHash, InvalidAppend, verifyChain, type EventStore } from '@mediation/event-store/port';
import { anEvent, faultOf, newStream, someEvents, withoutPlace, type Bench } from './subject';

const FAITHFUL: readonly (readonly [string, JsonObject])[] = [
  ['an empty object', {}],
  ['nothing, true and false', { a: null, b: true, c: false }],
  ['Chinese text and punctuation', { text: '张三与李四相邻排水纠纷，「一案一主」——已调解。' }],
  ['characters beyond the basic plane', { '𠮷': '𠮷野家 😀 👨‍👩‍👧 🇨🇳', rare: '䶮㐂𬎆' }],
  ['text that looks composed and text that is', { nfc: 'é', nfd: 'e\u0301' }],
  ['controls, quotes and escapes', { text: '\u0001\u001f\t\r\n"\\/\u007f\u0080\u2028\u2029\ufeff\uffff' }],
  ['text like another syntax', { sql: `'; DROP TABLE x; --`, copy: '\\N', array: '{a,"b",NULL}', json: '{"a":1}' }],
  ['the edges of exact integers', { max: 9007199254740991, min: -9007199254740991, next: 9007199254740992 }],
  ['integers beyond them as text', { id: '9007199254740993', amount: '123456789012345678901234567890' }],
  [
    'numbers with fraction and exponent',
    { a: 0.1, b: 1e21, c: 1.5e-7, d: 5e-324, e: 1.7976931348623157e308, f: 1e-10 },
  ],
  ['numbers with a fraction that is zero', { a: 1.0, b: 100, c: 1e2 }],
  [
    'dates as text, spelled as they came',
    { a: '2025-03-01', b: '2025-03-01T09:30:00+08:00', c: '2025-02-29T24:00:00Z' },
  ],
  ['keys like numbers, out of order', { '10': 'ten', '9': 'nine', '-1': 'minus', a: 'a', '': 'empty' }],
  [
    'keys that mean something to programs',
    JSON.parse('{"__proto__":{"x":1},"constructor":2,"toJSON":3}') as JsonObject,
  ],
  ['nested arrays and objects', { a: [[], [[]], {}, [{ b: [null, [1, '2', { c: [] }]] }]] }],
  ['a long text', { text: '调解'.repeat(100_000) }],
];

const fidelityCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  it.each(FAITHFUL)('keeps %s', async (_, data) => {
    const stream = newStream();
    const events = [anEvent(data), { ...anEvent(), metadata: data }];
    for (const [n, part] of bench.inAppends(events).entries())
      await store.append(stream, part, n === 0 ? 'none' : n - 1);
    const stored = await store.readStream(stream);
    expect(stored.map(withoutPlace)).toStrictEqual(events);
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('keeps minus zero as zero, and leaves out what is undefined, as JSON does', async () => {
    const stream = newStream();
    await store.append(stream, [anEvent({ zero: -0, gone: undefined, deep: { gone: undefined } })], 'none');
    const [stored] = await store.readStream(stream);
    expect(stored!.data).toStrictEqual({ zero: 0, deep: {} });
    expect(verifyChain([stored!])).toBeUndefined();
  });
};

const nested = (depth: number): Json => {
  let value: Json = 1;
  for (let n = 0; n < depth; n += 1) value = [value];
  return value;
};

const cyclic = (): JsonObject => {
  const object: Record<string, Json> = {};
  object['self'] = object as JsonObject;
  return object;
};

const UNSTORABLE: readonly (readonly [string, unknown])[] = [
  ['U+0000 in a text', 'a\u0000b'],
  ['U+0000 in a key', { 'a\u0000b': 1 }],
  ['a high surrogate alone', 'a\ud83db'],
  ['a low surrogate alone', '\ude00'],
  ['surrogates in the wrong order', '\ude00\ud83d'],
  ['a surrogate alone in a key', { '\ud83d': 1 }],
  ['not a number', Number.NaN],
  ['infinity', Number.NEGATIVE_INFINITY],
  ['undefined in an array', [1, undefined]],
  ['a hole in an array', Object.assign([1], { 2: 3 })],
  ['a date object', new Date(0)],
  ['a map', new Map()],
  ['a buffer', Buffer.from('a')],
  ['a big integer', 1n],
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['an instance of a class', new (class Thing {})()],
  ['a text object', new String('a')],
  ['a value that contains itself', cyclic()],
  ['nesting beyond any document', nested(10_000)],
];

const unstorableCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  it.each(UNSTORABLE)('%s', async (_, value) => {
    const stream = newStream();
    const hostile = { deep: [{ value }] } as unknown as JsonObject;
    for (const bad of [anEvent(hostile), { ...anEvent(), metadata: hostile }]) {
      const error = await faultOf(store.append(stream, [anEvent(), bad], 'any'));
      expect(error).toBeInstanceOf(InvalidAppend);
    }
    expect(await store.readStream(stream)).toEqual([]);
  });

  it.each([null, [], 'text', 1, undefined])('a payload that is %p and no object', async (value) => {
    const bad = { ...anEvent(), data: value as unknown as JsonObject };
    expect(await faultOf(store.append(newStream(), [bad], 'any'))).toBeInstanceOf(InvalidAppend);
  });
};

const chainCases = (bench: Bench): void => {
  it('links every event of a stream to the one before it, across appends and clients', async () => {
    const stream = newStream();
    const clients = bench.openMany(3);
    for (const [n, client] of clients.entries()) await client.append(stream, someEvents(n + 1), 'any');
    const stored = await clients[0]!.readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(verifyChain(stored)).toBeUndefined();
    expect(verifyChain(stored.slice(3), stored[2]!.hash)).toBeUndefined();
  });

  it('hashes the same whatever the order of keys', async () => {
    const store = bench.open();
    const stream = newStream();
    const event = anEvent({ b: { d: 1, c: [{ y: 1, x: 2 }] }, a: 2 });
    await store.append(stream, [event], 'none');
    const [stored] = await store.readStream(stream);
    const turned = { ...stored!, data: { a: 2, b: { c: [{ x: 2, y: 1 }], d: 1 } } };
    expect(expectedHash(turned, '0'.repeat(64))).toBe(stored!.hash);
  });
};

export const contentFidelityCases = (bench: Bench): void => {
  describe('fidelity', () => fidelityCases(bench));
  describe('refuses as not storable', () => unstorableCases(bench));
  describe('hash chain', () => chainCases(bench));
};

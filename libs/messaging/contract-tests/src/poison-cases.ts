import { newGroup, type Bench, type RawRecord } from './subject';
import { Watcher } from './watcher';

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** What anybody may put into a topic, and what the handler is to see of it. */
const STRANGE: readonly { readonly record: RawRecord; readonly seen: object }[] = [
  { record: { key: null, value: bytes('a'), headers: [] }, seen: { key: undefined, headers: {}, body: [97] } },
  { record: { key: bytes(''), value: bytes('a'), headers: [] }, seen: { key: '', headers: {}, body: [97] } },
  { record: { key: bytes('k'), value: null, headers: [] }, seen: { key: 'k', headers: {}, body: [] } },
  {
    record: { key: bytes('k'), value: Uint8Array.from([195, 40, 0, 255]), headers: [] },
    seen: { key: 'k', headers: {}, body: [195, 40, 0, 255] },
  },
  {
    record: { key: Uint8Array.from([107, 255]), value: bytes(''), headers: [['h', Uint8Array.from([255])]] },
    seen: { key: 'k\ufffd', headers: { h: '\ufffd' }, body: [] },
  },
  {
    record: {
      key: bytes('k'),
      value: bytes('a'),
      headers: [
        ['h', bytes('first')],
        ['h', bytes('second')],
        ['h', bytes('third')],
        ['constructor', bytes('x')],
        ['__proto__', bytes('y')],
      ],
    },
    seen: { key: 'k', headers: JSON.parse('{"h":"first","constructor":"x","__proto__":"y"}') as object, body: [97] },
  },
];

export const poisonCases = (bench: Bench): void => {
  it('reaches the handler, whatever it is, and does not hold the partition up', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench.subject.store(
      topic,
      STRANGE.map(({ record }) => record),
    );
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await watcher.hasHandled(STRANGE.length);
    await watcher.hasLag(0);
    await watcher.consumption.close();
    const seen = watcher.handled.map(({ key, headers, body }) => ({ key, headers, body: [...body] }));
    expect(seen).toEqual(STRANGE.map((strange) => strange.seen));
    expect(watcher.failures).toEqual([]);
  });
};

import { prepareAppend, UnknownPosition, verifyChain } from '@mediation/event-store/port';
import { chainOn, Names, toLogPosition, toPosition } from '../stored-form';

const EVENT = {
  id: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
  type: 'dispute.registered.v1',
  data: { 事由: '相邻排水', amountFen: 1250000, '10': 1, '9': [true, null, 1e21] },
  metadata: { by: '𠮷' },
};

const start = { revision: -1, hash: Buffer.alloc(32) };
const names = new Names('mediation.');
const { events } = prepareAppend({ stream: 'dispute-1', expected: 'none' }, [EVENT, { ...EVENT, data: {} }]);
const { chained, after } = chainOn(start, events);

const recorded = chained.map(({ type, data, metadata }, n) => ({
  ...{
    streamId: 'mediation.dispute-1',
    id: 'theirs',
    type,
    data,
    metadata,
    revision: BigInt(n),
    isJson: true as const,
  },
  ...{ created: new Date(0), position: { commit: 100n + BigInt(n), prepare: 2n ** 62n } },
}));

describe('the stored form', () => {
  it('never changes: what is stored for ever was stored like this', () => {
    expect(chained.map(({ metadata }) => metadata)).toEqual([
      {
        id: EVENT.id,
        hash: 'b5080c7e68e1bedf3a00a0b2b2071a47d53efbf59cda8129f9a3aeb2b29a1c0d',
        metadata: { by: '𠮷' },
      },
      {
        id: EVENT.id,
        hash: '888092833005846b739c177adb1be4d4872f1c040e66ac8ddc2f866aff5dcd90',
        metadata: { by: '𠮷' },
      },
    ]);
    expect(chained.map(({ type, data }) => [type, data])).toEqual([
      [EVENT.type, EVENT.data],
      [EVENT.type, {}],
    ]);
    expect([after.revision, after.hash.toString('hex')]).toEqual([1, chained[1]!.metadata['hash']]);
    expect(names.inLog('dispute-1')).toBe('mediation.dispute-1');
  });

  it('has an id of its own in the log for every append', () => {
    const again = chainOn(start, events).chained;
    expect(new Set([...chained, ...again].map(({ id }) => id)).size).toBe(4);
  });

  it('comes back as it was given, in a whole chain', () => {
    const stored = recorded.map((event) => names.toStored(event)!);
    expect(stored[0]).toEqual({
      ...EVENT,
      stream: 'dispute-1',
      revision: 0,
      position: '1.100.4611686018427387904',
      hash: 'b5080c7e68e1bedf3a00a0b2b2071a47d53efbf59cda8129f9a3aeb2b29a1c0d',
    });
    expect(verifyChain(stored)).toBeUndefined();
  });

  it.each([
    ['a stream of others', { streamId: 'dispute-1' }],
    ['data that is no object', { data: 'text' }],
    ['a list for data', { data: [] }],
    ['no metadata', { metadata: undefined }],
    ['metadata of others', { metadata: { id: EVENT.id, hash: 'abc', metadata: {} } }],
    ['metadata that is not JSON', { metadata: new Uint8Array([1]) }],
  ])('is not that of an event with %s', (_, theirs) => {
    expect(names.toStored({ ...recorded[0]!, ...theirs })).toBeUndefined();
  });
});

describe('a position', () => {
  it('is the place in the log', () => {
    const place = { commit: 9007199254740993n, prepare: 9007199254740992n };
    expect(toPosition(place)).toBe('1.9007199254740993.9007199254740992');
    expect(toLogPosition(toPosition(place))).toEqual(place);
  });

  it.each(['0.1.1', '2.1.1', '1.9223372036854775808.1', '1.1.9223372036854775808', '1.1'])('is not %s', (position) => {
    expect(() => toLogPosition(position)).toThrow(UnknownPosition);
  });
});

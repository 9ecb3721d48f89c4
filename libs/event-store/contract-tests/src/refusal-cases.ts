import { InvalidAppend, type EventStore } from '@mediation/event-store/port';
import { anEvent, faultOf, newStream, someEvents, type Bench } from './subject';

export const refusalCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  const refused = async (work: Promise<unknown>): Promise<void> => {
    const error = await faultOf(work);
    expect(error).toBeInstanceOf(InvalidAppend);
    expect((error as InvalidAppend).code).toBe('invalid-append');
  };

  it('an empty append', async () => {
    const stream = newStream();
    await refused(store.append(stream, [], 'none'));
    await refused(store.append(stream, [], 'any'));
    expect(await store.readStream(stream)).toEqual([]);
  });

  it.each(['', 'not-a-uuid', '6F9619FF-8B86-D011-B42D-00CF4FC964FF', '6f9619ff8b86d011b42d00cf4fc964ff'])(
    'the event id %p',
    (id) => refused(store.append(newStream(), [{ ...anEvent(), id }], 'none')),
  );

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('the expected revision %p', (expected) =>
    refused(store.append(newStream(), someEvents(1), expected)),
  );

  it.each(['', 'x'.repeat(256), 'a\u0000b', 'a\ud800b'])('the name %p of a stream or a type', async (name) => {
    await refused(store.append(name, someEvents(1), 'any'));
    await refused(store.append(newStream(), [anEvent({}, name)], 'none'));
  });

  const { receipts, maxAppendBytes } = bench.capabilities;

  (receipts ? it.skip : it)('a receipt, where none are kept', async () => {
    const stream = newStream();
    const receipt = { key: 'key', fingerprint: 'fingerprint', answer: {} };
    await refused(store.append(stream, someEvents(1), 'none', { receipt }));
    expect(await store.readStream(stream)).toEqual([]);
  });

  (maxAppendBytes === undefined ? it.skip : it)(
    'what is larger than an append can be, and takes the next',
    async () => {
      const stream = newStream();
      const large = anEvent({ text: 'x'.repeat(2 * (maxAppendBytes ?? 0)) });
      const neighbours = Array.from({ length: 10 }, () => store.append(newStream(), someEvents(1), 'none'));
      await refused(store.append(stream, [anEvent(), large], 'none'));
      expect((await Promise.all(neighbours)).map(({ revision }) => revision)).toEqual(new Array(10).fill(0));
      expect(await store.readStream(stream)).toEqual([]);
      expect(await store.append(stream, someEvents(1), 'none')).toEqual({ revision: 0 });
    },
  );
};

import fc from 'fast-check';
import { cutInBatches, type Outgoing } from '../batches';

const outgoing = (revision: number, bytes: number): Outgoing => ({
  event: {
    id: '',
    type: 't',
    data: {},
    metadata: {},
    stream: 'dispute-1',
    revision,
    position: '1.1.1',
    hash: '',
  },
  // 16 bytes are reckoned for the record itself.
  message: { key: '', headers: {}, body: 'x'.repeat(bytes - 16) },
});

const sizes = (batches: readonly (readonly Outgoing[])[]) =>
  batches.map((batch) => batch.map(({ message }) => message.body.length + 16));

describe('cutting in batches', () => {
  it('fills each to the bounds, and lets what is too large go alone', () => {
    const cut = (all: number[], count: number) =>
      sizes(
        cutInBatches(
          all.map((bytes, n) => outgoing(n, bytes)),
          { count, bytes: 100 },
        ),
      );
    expect(cut([], 3)).toEqual([]);
    expect(cut([20, 20, 20, 20], 3)).toEqual([[20, 20, 20], [20]]);
    expect(cut([50, 50, 16, 99], 3)).toEqual([[50, 50], [16], [99]]);
    expect(cut([50, 101, 50, 50, 300], 3)).toEqual([[50], [101], [50, 50], [300]]);
  });

  it('counts bytes as they go over the wire', () => {
    const chinese = { ...outgoing(0, 16), message: { key: '', headers: {}, body: '调'.repeat(20) } };
    expect(cutInBatches([chinese, chinese], { count: 9, bytes: 151 }).length).toBe(2);
    expect(cutInBatches([chinese, chinese], { count: 9, bytes: 152 }).length).toBe(1);
  });

  it('loses nothing, keeps the order and keeps to the bounds', () => {
    const input = fc.record({
      all: fc.array(fc.integer({ min: 16, max: 200 })),
      count: fc.integer({ min: 1, max: 7 }),
      bytes: fc.integer({ min: 16, max: 200 }),
    });
    const property = fc.property(input, ({ all, count, bytes }) => {
      const batches = cutInBatches(
        all.map((size, n) => outgoing(n, size)),
        { count, bytes },
      );
      expect(batches.flat().map(({ event }) => event.revision)).toEqual(all.map((_, n) => n));
      for (const batch of sizes(batches)) {
        const sum = batch.reduce((total, size) => total + size, 0);
        expect(batch.length > 0 && batch.length <= count && (sum <= bytes || batch.length === 1)).toBe(true);
      }
    });
    fc.assert(property);
  });
});

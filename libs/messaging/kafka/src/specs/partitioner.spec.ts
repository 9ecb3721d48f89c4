import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Partitioners, type PartitionMetadata } from 'kafkajs';
import { partitioner } from '../partitioner';

const partitions = (count: number): PartitionMetadata[] =>
  Array.from({ length: count }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));

const placesOf = (create: typeof partitioner, keys: readonly (Buffer | string)[], count: number): number[] => {
  const place = create();
  return keys.map((key) =>
    place({ topic: 'any', partitionMetadata: partitions(count), message: { key, value: null } }),
  );
};

const places = (keys: readonly (Buffer | string)[], count: number) => ({
  ours: placesOf(partitioner, keys, count),
  standard: placesOf(Partitioners.DefaultPartitioner, keys, count),
});

/** From the tests of Apache Kafka's own clients: `Utils.murmur2`. */
const KNOWN: readonly (readonly [key: string, hash: number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
];

/** A prime: different hashes seldom meet. */
const MANY = 9_973;

test.each(KNOWN)('%s lies where Apache Kafka puts it', (key, hash) => {
  expect(placesOf(partitioner, [key], MANY)).toEqual([(hash & 0x7fffffff) % MANY]);
});

test('every length of key lies where kafkajs puts it', () => {
  const keys = Array.from({ length: 70 }, (_, length) => randomBytes(length));
  const { ours, standard } = places(keys, 1_000);
  expect({ keys: keys.map((key) => key.toString('hex')), places: ours }).toEqual({
    keys: keys.map((key) => key.toString('hex')),
    places: standard,
  });
});

test('dispute ids and texts beyond ASCII lie where kafkajs puts them', () => {
  const keys = ['', '纠纷', 'é', ...Array.from({ length: 200 }, () => randomUUID())];
  const { ours, standard } = places(keys, randomInt(1, 100));
  expect(ours).toEqual(standard);
});

test('without a key the partitions take turns, as with kafkajs', () => {
  const place = partitioner();
  const asked = { topic: 'any', partitionMetadata: partitions(3), message: { value: 'x' } };
  expect(new Set([place(asked), place(asked), place(asked)])).toEqual(new Set([0, 1, 2]));
});

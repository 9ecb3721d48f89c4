import { Partitioners, type ICustomPartitioner } from 'kafkajs';

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

const mixed = (word: number): number => {
  const product = Math.imul(word, M);
  return Math.imul(product ^ (product >>> R), M);
};

/** The bytes after the last whole word, as one little-endian number. */
const restOf = (bytes: Buffer): number => {
  const rest = bytes.length & 3;
  return rest === 0 ? 0 : bytes.readUIntLE(bytes.length - rest, rest);
};

/** MurmurHash2 of 32 bits with the seed that Kafka's own clients use. */
const murmur2 = (bytes: Buffer): number => {
  const whole = bytes.length & ~3;
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash, M) ^ mixed(bytes.readInt32LE(at));
  if (whole < bytes.length) hash = Math.imul(hash ^ restOf(bytes), M);
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
};

/**
 * Puts a key where Kafka's own clients and kafkajs put it. kafkajs reckons the hash in big integers, which took a tenth of all
 * that sending costs; a message without a key is left to it.
 */
export const partitioner: ICustomPartitioner = () => {
  const standard = Partitioners.DefaultPartitioner();
  return (asked) => {
    const { key, partition } = asked.message;
    if (key === null || key === undefined || partition !== undefined) return standard(asked);
    return (murmur2(Buffer.from(key)) & 0x7fffffff) % asked.partitionMetadata.length;
  };
};

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JsonObject } from '@mediation/kernel';
import type { StoredEvent } from './index';

/** What stands for "the event before" at revision 0. */
export const GENESIS_HASH = '0'.repeat(64);

/** RFC 8785: the one spelling of a JSON value, whatever the order of its keys. The value must be storable. */
export const canonicalJson = (value: JsonObject): string => canonicalize(value)!;

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** An event whose payloads are already spelled canonically. */
export interface CanonicalEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** SHA-256 of the canonical bytes of `{id, stream, type, data, metadata}`; the keys below are in canonical order. */
export const eventDigest = (stream: string, { id, type, data, metadata }: CanonicalEvent): Buffer =>
  sha256(
    `{"data":${data},"id":${JSON.stringify(id)},"metadata":${metadata},` +
      `"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`,
  );

/** SHA-256 of the 32 bytes before it, the revision as eight bytes (big endian) and the event's digest. */
export const chainHash = (previous: Uint8Array, revision: number, digest: Uint8Array): Buffer => {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(revision));
  return sha256(previous, place, digest);
};

/** The hash an event must carry when `previousHash` is that of the event before it. */
export const expectedHash = (event: Omit<StoredEvent, 'hash' | 'position'>, previousHash: string): string => {
  const digest = eventDigest(event.stream, {
    id: event.id,
    type: event.type,
    data: canonicalJson(event.data),
    metadata: canonicalJson(event.metadata),
  });
  return chainHash(Buffer.from(previousHash, 'hex'), event.revision, digest).toString('hex');
};

/**
 * Checks consecutive events of one stream, in order; `previousHash` is that of the event before the first one, and may be
 * left out only when the first one is revision 0. Answers the first event that does not follow, or undefined.
 */
export const verifyChain = (events: readonly StoredEvent[], previousHash?: string): StoredEvent | undefined => {
  let hash = previousHash ?? GENESIS_HASH;
  let revision = previousHash === undefined ? 0 : (events[0]?.revision ?? 0);
  const stream = events[0]?.stream;
  for (const event of events) {
    const follows = event.stream === stream && event.revision === revision && event.hash === expectedHash(event, hash);
    if (!follows) return event;
    hash = event.hash;
    revision += 1;
  }
  return undefined;
};

import type { JsonObject } from '@mediation/kernel';
import { canonicalJson, eventDigest, type CanonicalEvent } from './chain';
import { InvalidAppend } from './errors';
import type { AppendOptions, EventToAppend, ExpectedRevision } from './index';
import { requireName, requireStorable } from './storable';

/** An append that has been checked and spelled once; nothing the caller changes afterwards can reach it. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly PreparedEvent[];
  readonly receipt: PreparedReceipt | undefined;
}

export interface PreparedEvent extends CanonicalEvent {
  readonly digest: Buffer;
}

export interface PreparedReceipt {
  readonly key: string;
  readonly fingerprint: string;
  /** Canonical JSON. */
  readonly answer: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const spell = (value: JsonObject): string => {
  // A top-level array or null is JSON, but not a payload.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidAppend('not a JSON object');
  requireStorable(value);
  return canonicalJson(value);
};

const prepareEvent = (stream: string, { id, type, data, metadata }: EventToAppend): PreparedEvent => {
  if (!UUID.test(id)) throw new InvalidAppend('an event id must be a UUID in lower case');
  requireName('an event type', type);
  const event = { id, type, data: spell(data), metadata: spell(metadata) };
  return { ...event, digest: eventDigest(stream, event) };
};

const prepareReceipt = ({ receipt }: AppendOptions): PreparedReceipt | undefined => {
  if (receipt === undefined) return undefined;
  requireName('a receipt key', receipt.key);
  requireName('a receipt fingerprint', receipt.fingerprint);
  return { key: receipt.key, fingerprint: receipt.fingerprint, answer: spell(receipt.answer) };
};

const requireExpected = (expected: ExpectedRevision): void => {
  if (expected === 'none' || expected === 'any') return;
  if (!Number.isSafeInteger(expected) || expected < 0)
    throw new InvalidAppend('expected revision is none, any or a count');
};

/**
 * What every adapter does first, so that all of them refuse the same appends for the same reason.
 * @throws InvalidAppend
 */
export const prepareAppend = (
  target: { readonly stream: string; readonly expected: ExpectedRevision },
  events: readonly EventToAppend[],
  options: AppendOptions = {},
): PreparedAppend => {
  requireName('a stream', target.stream);
  requireExpected(target.expected);
  if (events.length === 0) throw new InvalidAppend('an append needs at least one event');
  return {
    stream: target.stream,
    expected: target.expected,
    events: events.map((event) => prepareEvent(target.stream, event)),
    receipt: prepareReceipt(options),
  };
};

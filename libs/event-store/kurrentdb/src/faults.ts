import { EventStoreError, InvalidAppend, StoreUnavailable } from '@mediation/event-store/port';
import { StartError } from '@mediation/kernel';

/** The client's errors carry their kind as text; its classes would have to be loaded to be compared. */
const kindOf = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;

/** What the server answered on purpose: the same call made again would be answered the same. */
const FINAL = new Set(['access-denied', 'stream-deleted', 'invalid-argument', 'unsupported', 'wrong-expected-version']);

export const isStreamNotFound = (error: unknown): boolean => kindOf(error) === 'stream-not-found';

/** A position within a record or beyond the log; the client has no error of its own for it. */
export const isInvalidPosition = (error: unknown): boolean =>
  error instanceof Error && /invalid\s?position/i.test(error.message);

/** The limit of one event is not known to the client, which only quotes the server's word for it. */
const isTooLarge = (error: unknown): boolean =>
  kindOf(error) === 'maximum-append-size-exceeded' ||
  (error instanceof Error && error.message.includes('MaximumAppendEventSizeExceeded'));

/** The revision a refused append found, or undefined when the append failed for another reason. */
export const conflictOf = (error: unknown): { readonly actual: number | 'none' } | undefined => {
  if (kindOf(error) !== 'wrong-expected-version') return undefined;
  const { actualState } = error as { readonly actualState?: unknown };
  return { actual: typeof actualState === 'bigint' ? Number(actualState) : 'none' };
};

/**
 * What callers get for an error of the client. Besides errors of the connection, `unknown` is transient too: it is how the
 * client reports a server that is busy, starting, or electing a leader, and how reads report a connection that is gone.
 */
export const toFault = (error: unknown): Error => {
  if (error instanceof EventStoreError || error instanceof StartError) return error;
  const kind = kindOf(error);
  if (isTooLarge(error)) return new InvalidAppend('the append is larger than the server takes', { cause: error });
  if (kind !== undefined && FINAL.has(kind)) return error as Error;
  return new StoreUnavailable(`KurrentDB cannot be asked now: ${kind ?? 'no connection'}`, { cause: error });
};

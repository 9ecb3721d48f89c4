import { verifyChain, WrongExpectedRevision, type Journal, type StoredEvent } from '@mediation/event-store/port';
import type { Turnstile } from './turnstile';

export interface Watcher {
  /** After every append, with what was stored, in the order of the stream. */
  appended(stored: readonly StoredEvent[]): void;
  /** After every append that came too late. */
  lost(): void;
}

export class BrokenStream extends Error {}

const requireContiguous = (stored: readonly StoredEvent[], before: StoredEvent | undefined, last: number): void => {
  const follows = stored.every((event, i) => event.revision === (before?.revision ?? -1) + 1 + i);
  if (!follows || stored.at(-1)?.revision !== last) throw new BrokenStream(`gap in the stream before ${last}`);
  if (verifyChain(stored, before?.hash) !== undefined) throw new BrokenStream(`chain broken before ${last}`);
};

/** A journal of one stream whose calls pass the turnstile and whose appends are checked and watched. */
export const watched = (journal: Journal, turnstile: Turnstile, watcher: Watcher): Journal => {
  // What was read stays as it was: a stream only grows, so rows are fetched once, after the append that made them.
  const rows: StoredEvent[] = [];
  return {
    append: (stream, events, expected, options) =>
      turnstile.pass(async () => {
        const appended = await journal.append(stream, events, expected, options).catch((error: unknown) => {
          if (error instanceof WrongExpectedRevision) watcher.lost();
          throw error;
        });
        const stored = await journal.readStream(stream, rows.length);
        requireContiguous(stored, rows.at(-1), appended.revision);
        rows.push(...stored);
        watcher.appended(stored);
        return appended;
      }),
    readStream: (_, fromRevision = 0) => turnstile.pass(() => Promise.resolve(rows.slice(fromRevision))),
    receipt: (key) => turnstile.pass(() => journal.receipt(key)),
    readAll: (options) => journal.readAll(options),
    subscribe: (options, handlers) => journal.subscribe(options, handlers),
    head: () => journal.head(),
    close: () => journal.close(),
  };
};

import { chainHash, GENESIS_HASH } from '@mediation/event-store/port';
import type { Incoming } from './incoming';

/**
 * Why an event is kept apart.
 * - `gap`: events before it have not come.
 * - `fork`: the store holds another event at its place.
 * - `broken-chain`: its hash does not follow from the event before it and its own content.
 * - `foreign-source`: its stream was recorded from another journal.
 */
export const REASONS = ['gap', 'fork', 'broken-chain', 'foreign-source'] as const;
export type Reason = (typeof REASONS)[number];

export type Verdict = 'append' | 'duplicate' | Reason;

/** What is known of a stream when an event of it is judged. */
export interface Known {
  /** Revision of the first of `hashes`. */
  readonly first: number;
  /** Of consecutive events, the last one being the stream's last; empty when there is no such stream. */
  readonly hashes: readonly string[];
  /** The journal it was recorded from; undefined as long as nothing was. */
  readonly source: string | undefined;
  /** Whether an event of it stands in quarantine for a fork or a broken chain. */
  readonly isBroken: boolean;
}

type Judged = Pick<Incoming, 'source' | 'digest'> & { readonly event: Pick<Incoming['event'], 'revision' | 'hash'> };

/** What stands before a stream is known only where its beginning is: else a first event that came again would follow it anew. */
const hashAt = ({ first, hashes }: Known, revision: number): string | undefined =>
  revision === -1 && first === 0 ? GENESIS_HASH : hashes[revision - first];

const follows = ({ event, digest }: Judged, before: string | undefined): boolean =>
  before !== undefined && chainHash(Buffer.from(before, 'hex'), event.revision, digest).toString('hex') === event.hash;

/**
 * What becomes of one event. `append` and only `append` is right whatever part of the stream is known; for any other verdict
 * to be right, `known` must reach back to the event before this one and be what the store holds now.
 */
export const judge = (known: Known, incoming: Judged): Verdict => {
  const { source, event } = incoming;
  if (known.source !== undefined && known.source !== source) return 'foreign-source';
  // Past a break nothing is worth waiting for: what is missing belongs to the same other history.
  if (event.revision > known.first + known.hashes.length) return known.isBroken ? 'broken-chain' : 'gap';
  const stored = hashAt(known, event.revision);
  if (stored !== undefined && stored !== event.hash) return 'fork';
  if (!follows(incoming, hashAt(known, event.revision - 1))) return 'broken-chain';
  return stored === undefined ? 'append' : 'duplicate';
};

/** What is known once the verdict has been carried out. */
const after = (known: Known, { source, event }: Judged, verdict: Verdict): Known => {
  switch (verdict) {
    case 'append':
      return { ...known, source, hashes: [...known.hashes, event.hash] };
    case 'fork':
    case 'broken-chain':
      return { ...known, isBroken: true };
    case 'duplicate':
    case 'gap':
    case 'foreign-source':
      return known;
  }
};

/** Events of one stream in the order they came, each judged after those before it. */
export const judgeAll = (known: Known, run: readonly Judged[]): readonly Verdict[] => {
  let now = known;
  return run.map((incoming) => {
    const verdict = judge(now, incoming);
    now = after(now, incoming, verdict);
    return verdict;
  });
};

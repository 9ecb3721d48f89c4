import { expectedHash, GENESIS_HASH } from '@mediation/event-store/port';
import type { JsonObject } from '@mediation/kernel';
import type { JournalRow } from './journal-rows';

/** What the journal must say of one event, by the event store and the recorder's witness. */
export interface Expected {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly hash: string;
  /** As the journal's database spells jsonb. */
  readonly data: string;
  readonly metadata: string;
  /** `epoch.transaction.position`; undefined where nothing was witnessed. */
  readonly position: string | undefined;
}

/** One stream as both have it. */
export interface History {
  readonly stream: string;
  /** In the order of revisions, as are the expected ones. */
  readonly rows: readonly JournalRow[];
  readonly expected: readonly Expected[];
  /** The first revision at which the event store's own chain does not hold; undefined when it does. */
  readonly storeBreak: number | undefined;
}

export interface Matched {
  readonly row: JournalRow;
  readonly expected: Expected;
}

export interface Examined {
  readonly history: History;
  readonly matched: readonly Matched[];
  /** Rows that are not the store's event at their place. */
  readonly extra: readonly JournalRow[];
  /** Of the extra ones those that the relay has published. */
  readonly passed: ReadonlySet<JournalRow>;
  /** Events of the store that the journal does not have at their place. */
  readonly missing: readonly Expected[];
  /** Revisions of rows whose hash does not follow from the row before them. */
  readonly broken: ReadonlySet<number>;
  /** Sound rows at the end that the store is still to get. */
  readonly unrelayed: number;
}

export const positionOf = ({ epoch, transaction_id, position }: JournalRow): string =>
  `${epoch}.${transaction_id}.${position}`;

/** One of the two must be right, or it is another row altogether. */
const isSame = (row: JournalRow, expected: Expected): boolean =>
  row.event_id === expected.id || row.hash === expected.hash;

const hashOf = (row: JournalRow, before: string): string | undefined => {
  try {
    const [data, metadata] = [JSON.parse(row.data), JSON.parse(row.metadata)] as [JsonObject, JsonObject];
    const { event_id: id, stream, type, revision } = row;
    return expectedHash({ id, stream, type, revision, data, metadata }, before);
  } catch {
    return undefined; // Not even something that can be hashed.
  }
};

const brokenIn = (rows: readonly JournalRow[]): ReadonlySet<number> => {
  const hashes = new Map(rows.map((row) => [row.revision, row.hash]));
  const follows = (row: JournalRow): boolean => {
    const before = row.revision === 0 ? GENESIS_HASH : hashes.get(row.revision - 1);
    return before !== undefined && hashOf(row, before) === row.hash;
  };
  return new Set(rows.filter((row) => !follows(row)).map(({ revision }) => revision));
};

/** Puts the journal's rows of a stream beside what they must be. `isPassed`: the relay has published everything up to there. */
export const examine = (history: History, isPassed: (position: string) => boolean): Examined => {
  const { rows, expected } = history;
  const byRevision = new Map(rows.map((row) => [row.revision, row]));
  const matched = expected.flatMap((each): Matched[] => {
    const row = byRevision.get(each.revision);
    return row !== undefined && isSame(row, each) ? [{ row, expected: each }] : [];
  });
  const found = new Set<unknown>(matched.flatMap((each) => [each.row, each.expected]));
  const broken = brokenIn(rows);
  const last = expected.at(-1)?.revision ?? -1;
  const isUnrelayed = (row: JournalRow): boolean =>
    row.revision > last && !broken.has(row.revision) && !isPassed(positionOf(row));
  const others = rows.filter((row) => !found.has(row));
  const extra = others.filter((row) => !isUnrelayed(row));
  return {
    history,
    matched,
    extra,
    passed: new Set(extra.filter((row) => isPassed(positionOf(row)))),
    missing: expected.filter((each) => !found.has(each)),
    broken,
    unrelayed: others.length - extra.length,
  };
};

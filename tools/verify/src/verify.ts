import { createHash } from 'node:crypto';
import { canonicalJson, verifyChain, type EventStore, type StoredEvent } from '@mediation/event-store/port';
import { conclude, isSuspicious, type Findings } from './findings';
import { examine, type Examined, type Expected, type History } from './history';
import type { JournalRow, JournalTables, Spelled } from './journal-rows';
import { grouped, inGroups, pagesOfStreams } from './streams';
import type { WitnessRow, WitnessTable } from './witness-rows';

export interface Parts {
  readonly journal: JournalTables;
  readonly store: EventStore;
  readonly witness: WitnessTable;
  /** The journal's own, e.g. `/journals/370402`. */
  readonly source: string;
  readonly onProgress?: (rows: number) => void;
}

export interface Verified extends Findings {
  readonly source: string;
  readonly rows: number;
  readonly streams: number;
  /** Rows that the relay is still to publish. */
  readonly unrelayed: number;
  /** SHA-256 over stream, revision and hash of every row: the same for the same journal. */
  readonly digest: string;
}

/** Reads of the store under way at once. */
const STREAMS_AT_ONCE = 16;
const STREAMS_PER_PAGE = 200;

type Spelling = readonly (readonly [StoredEvent, Spelled])[];

/** One reading of some streams: the witnesses first, so that the journal is never behind them. */
class Reading {
  constructor(
    private readonly parts: Parts,
    private readonly isPassed: (position: string) => boolean,
  ) {}

  async examine(streams: readonly string[]): Promise<readonly Examined[]> {
    const { journal, store, witness } = this.parts;
    const stored = await inGroups(STREAMS_AT_ONCE, streams, (stream) => store.readStream(stream));
    const witnessed = grouped(await witness.rowsOf(streams), ({ stream }) => stream);
    const rows = grouped(await journal.rowsOf(streams), ({ stream }) => stream);
    const spelled = grouped(await this.spell(stored.flat()), ([{ stream }]) => stream);
    return streams.map((stream, i) => {
      const expected = this.expected(spelled.get(stream) ?? [], witnessed.get(stream) ?? []);
      const storeBreak = verifyChain(stored[i]!)?.revision;
      return examine({ stream, rows: rows.get(stream) ?? [], expected, storeBreak }, this.isPassed);
    });
  }

  private async spell(events: readonly StoredEvent[]): Promise<Spelling> {
    const spelled = await this.parts.journal.spell(
      events.map(({ data, metadata }) => ({ data: canonicalJson(data), metadata: canonicalJson(metadata) })),
    );
    return events.map((event, i) => [event, spelled[i]!]);
  }

  /** What another journal has contributed to the stream is not this one's to have. */
  private expected(spelling: Spelling, witnessed: readonly WitnessRow[]): readonly Expected[] {
    const byRevision = new Map(witnessed.map((row) => [row.revision, row]));
    return spelling.flatMap(([{ stream, revision, id, type, hash }, payloads]): Expected[] => {
      const row = byRevision.get(revision);
      if (row !== undefined && row.source !== this.parts.source) return [];
      return [{ stream, revision, id, type, hash, ...payloads, position: row?.journal_position }];
    });
  }
}

/** Of two places in the order; a row may hold what is no position, a number below zero. */
const isBeyond = (position: string, other: string): boolean => {
  const [a, b] = [position, other].map((each) => each.split('.').map(BigInt)) as [bigint[], bigint[]];
  const part = a.findIndex((number, i) => number !== b[i]);
  return part !== -1 && a[part]! > b[part]!;
};

const rowsOf = ({ history }: { readonly history: History }): readonly JournalRow[] => history.rows;

/**
 * Walks a journal beside its witnesses. What looks wrong is read once more at the end, since a live system may have been
 * between two steps. Nothing is written anywhere.
 */
export const verify = async (parts: Parts): Promise<Verified> => {
  const checkpoint = await parts.journal.checkpoint();
  const isPassed = (position: string): boolean => checkpoint !== undefined && !isBeyond(position, checkpoint);
  const reading = new Reading(parts, isPassed);
  const digest = createHash('sha256');
  const suspects: string[] = [];
  const counts = { rows: 0, streams: 0, unrelayed: 0 };
  for await (const page of pagesOfStreams(parts, STREAMS_PER_PAGE)) {
    for (const examined of await reading.examine(page)) {
      rowsOf(examined).forEach(({ stream, revision, hash }) => digest.update(`${stream}\n${revision}\n${hash}\n`));
      counts.rows += rowsOf(examined).length;
      counts.streams += 1;
      counts.unrelayed += examined.unrelayed;
      if (isSuspicious(examined)) suspects.push(examined.history.stream);
    }
    parts.onProgress?.(counts.rows);
  }
  const again: Examined[] = [];
  for (let from = 0; from < suspects.length; from += STREAMS_PER_PAGE)
    again.push(...(await reading.examine(suspects.slice(from, from + STREAMS_PER_PAGE))));
  const { source } = parts;
  return { source, ...counts, digest: digest.digest('hex'), ...conclude(again.filter(isSuspicious)) };
};

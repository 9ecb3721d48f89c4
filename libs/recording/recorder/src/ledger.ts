import type { Incoming } from './incoming';
import type { Reason } from './judge';
import type { LedgerPool } from './ledger-pool';

/** What is kept of a stream beside the event store. */
export interface StreamFacts {
  /** Of its last recorded event. */
  readonly source: string | undefined;
  /** Whether an event of it stands in quarantine for a fork or a broken chain. */
  readonly isBroken: boolean;
}

export interface Refused {
  readonly incoming: Incoming;
  readonly reason: Reason;
}

/** `held` waits for what is missing before it; `quarantined` waits for an operator. */
export type OpenState = 'held' | 'quarantined';

export const openStateOf = (reason: Reason): OpenState => (reason === 'gap' ? 'held' : 'quarantined');

const FACTS = `
  SELECT s.stream,
    (SELECT w.source FROM recorder.witness AS w WHERE w.stream = s.stream ORDER BY w.revision DESC LIMIT 1) AS source,
    EXISTS (
      SELECT FROM recorder.quarantine AS q
      WHERE q.stream = s.stream AND q.state = 'quarantined' AND q.reason IN ('fork', 'broken-chain')
    ) AS "isBroken"
  FROM unnest($1::text[]) AS s (stream)`;

const WITNESS = `
  WITH written AS (
    INSERT INTO recorder.witness (source, stream, revision, journal_position)
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::text[])
    ON CONFLICT (stream, revision) DO NOTHING
  )
  SELECT DISTINCT q.stream FROM recorder.quarantine AS q
  WHERE q.stream = ANY ($2) AND q.state IN ('held', 'quarantined') AND q.reason <> 'foreign-source'`;

const KEEP = `
  INSERT INTO recorder.quarantine
    (state, reason, source, stream, revision, claimed_hash, topic, partition, topic_offset, headers, body)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[],
    $9::text[], $10::jsonb[], $11::bytea[])
  ON CONFLICT ON CONSTRAINT one_row_per_event DO NOTHING
  RETURNING stream, revision, source, claimed_hash AS "claimedHash"`;

interface KeptRow {
  readonly stream: string;
  readonly revision: number;
  readonly source: string;
  readonly claimedHash: string;
}

const keyOf = ({ stream, revision, source, claimedHash }: KeptRow): string =>
  JSON.stringify([stream, revision, source, claimedHash]);

const keyOfIncoming = ({ source, event: { stream, revision, hash } }: Incoming): string =>
  keyOf({ stream, revision, source, claimedHash: hash });

/** What the recorder keeps of its own: where each event came from, and what it could not record. */
export class Ledger {
  constructor(private readonly pool: LedgerPool) {}

  async factsOf(streams: readonly string[]): Promise<ReadonlyMap<string, StreamFacts>> {
    const rows = await this.pool.query<{ stream: string; source: string | null; isBroken: boolean }>({
      name: 'facts',
      text: FACTS,
      values: [streams],
    });
    return new Map(rows.map(({ stream, source, isBroken }) => [stream, { source: source ?? undefined, isBroken }]));
  }

  /**
   * Witnesses events that are in the store by now, once each. Answers which of their streams have events waiting: it is asked
   * in the same statement, after the append, so that an event held meanwhile by another recorder is not overlooked.
   */
  async witness(recorded: readonly Incoming[]): Promise<readonly string[]> {
    if (recorded.length === 0) return [];
    const columns = [
      recorded.map(({ source }) => source),
      recorded.map(({ event }) => event.stream),
      recorded.map(({ event }) => event.revision),
      recorded.map(({ event }) => event.position),
    ];
    const rows = await this.pool.query<{ stream: string }>({ name: 'witness', text: WITNESS, values: columns });
    return rows.map(({ stream }) => stream);
  }

  /** Keeps what cannot be recorded, whole. Answers those that were not there before. */
  async keep(refused: readonly Refused[]): Promise<readonly Refused[]> {
    if (refused.length === 0) return [];
    const messages = refused.map(({ incoming }) => incoming.message);
    const columns = [
      refused.map(({ reason }) => openStateOf(reason)),
      refused.map(({ reason }) => reason),
      refused.map(({ incoming }) => incoming.source),
      refused.map(({ incoming }) => incoming.event.stream),
      refused.map(({ incoming }) => incoming.event.revision),
      refused.map(({ incoming }) => incoming.event.hash),
      messages.map(({ topic }) => topic),
      messages.map(({ partition }) => partition),
      messages.map(({ offset }) => offset),
      messages.map(({ headers }) => JSON.stringify(headers)),
      messages.map(({ body }) => Buffer.from(body)),
    ];
    const rows = await this.pool.query<KeptRow>({ name: 'keep', text: KEEP, values: columns });
    const fresh = new Set(rows.map(keyOf));
    // One that came twice in this batch is one row.
    return refused.filter(({ incoming }) => fresh.delete(keyOfIncoming(incoming)));
  }

  /** Resolves when the database answers. */
  async check(): Promise<void> {
    await this.pool.query({ name: 'check', text: 'SELECT FROM recorder.witness LIMIT 0', values: [] });
  }
}

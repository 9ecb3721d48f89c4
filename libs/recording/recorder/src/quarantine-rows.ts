import type { ReceivedMessage } from '@mediation/messaging/port';
import type { Reason } from './judge';
import type { LedgerPool } from './ledger-pool';
import type { OpenState } from './ledger';

export type Decision = 'dismiss' | 'accept';

export interface Resolution {
  readonly decision: Decision;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

/** An event that was kept apart: where it claims to belong, why it is here and what became of it. Nothing of its content. */
export interface QuarantinedEvent {
  readonly id: string;
  readonly state: OpenState | 'released' | 'resolved';
  readonly reason: Reason;
  readonly source: string;
  readonly stream: string;
  readonly revision: number;
  readonly claimedHash: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly receivedAt: string;
  readonly resolution: Resolution | undefined;
}

/** With the message as it came, which holds personal data. */
export interface QuarantinedMessage extends QuarantinedEvent {
  readonly message: ReceivedMessage;
}

interface Row {
  readonly id: string;
  readonly state: QuarantinedEvent['state'];
  readonly reason: Reason;
  readonly source: string;
  readonly stream: string;
  readonly revision: number;
  readonly claimed_hash: string;
  readonly topic: string;
  readonly partition: number;
  readonly topic_offset: string;
  readonly received_at: Date;
  readonly decision: Decision | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly note: string | null;
}

type MessageRow = Row & { readonly headers: Record<string, string>; readonly body: Buffer };

const COLUMNS = `id, state, reason, source, stream, revision, claimed_hash, topic, partition, topic_offset, received_at,
  decision, decided_by, decided_at, note`;

const OPEN = `state IN ('held', 'quarantined')`;

const resolutionOf = ({ decision, decided_by, decided_at, note }: Row): Resolution | undefined =>
  decision === null
    ? undefined
    : { decision, by: String(decided_by), at: (decided_at as Date).toISOString(), note: String(note) };

const toEvent = (row: Row): QuarantinedEvent => ({
  id: row.id,
  state: row.state,
  reason: row.reason,
  source: row.source,
  stream: row.stream,
  revision: row.revision,
  claimedHash: row.claimed_hash,
  topic: row.topic,
  partition: row.partition,
  offset: row.topic_offset,
  receivedAt: row.received_at.toISOString(),
  resolution: resolutionOf(row),
});

const toMessage = (row: MessageRow): QuarantinedMessage => ({
  ...toEvent(row),
  message: {
    topic: row.topic,
    partition: row.partition,
    offset: row.topic_offset,
    key: undefined,
    headers: row.headers,
    body: row.body,
  },
});

/** The rows of the quarantine, for who settles them. */
export class QuarantineRows {
  constructor(private readonly pool: LedgerPool) {}

  /** The oldest first; without `all` only those that wait for something. */
  async list(all: boolean): Promise<readonly QuarantinedEvent[]> {
    const text = `SELECT ${COLUMNS} FROM recorder.quarantine WHERE $1 OR ${OPEN} ORDER BY quarantine.id`;
    return (await this.pool.query<Row>({ name: 'list', text, values: [all] })).map(toEvent);
  }

  async find(id: string): Promise<QuarantinedMessage | undefined> {
    const text = `SELECT ${COLUMNS}, headers, body FROM recorder.quarantine WHERE id = $1`;
    const [row] = await this.pool.query<MessageRow>({ name: 'find', text, values: [id] });
    return row && toMessage(row);
  }

  /** Those of a stream that wait and may find their place by themselves, in the order of the stream. */
  async waitingIn(stream: string): Promise<readonly QuarantinedMessage[]> {
    const text = `SELECT ${COLUMNS}, headers, body FROM recorder.quarantine
      WHERE stream = $1 AND ${OPEN} AND reason <> 'foreign-source' ORDER BY revision, quarantine.id`;
    return (await this.pool.query<MessageRow>({ name: 'waiting', text, values: [stream] })).map(toMessage);
  }

  /** Open rows by reason. */
  async countOpen(): Promise<Readonly<Partial<Record<Reason, number>>>> {
    const text = `SELECT reason, count(*)::int AS count FROM recorder.quarantine WHERE ${OPEN} GROUP BY reason`;
    const rows = await this.pool.query<{ reason: Reason; count: number }>({ name: 'count', text, values: [] });
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
  }

  /** Found their place: they are in the store. Answers how many were still open. */
  async release(ids: readonly string[]): Promise<number> {
    const text = `UPDATE recorder.quarantine SET state = 'released' WHERE id = ANY ($1) AND ${OPEN} RETURNING 1`;
    return ids.length === 0 ? 0 : (await this.pool.query({ name: 'release', text, values: [ids] })).length;
  }

  /** Waited for what was missing, and turned out not to follow. Answers whether it was still held. */
  async condemn(id: string, reason: Reason): Promise<boolean> {
    const text = `UPDATE recorder.quarantine SET state = 'quarantined', reason = $2 WHERE id = $1 AND state = 'held' RETURNING 1`;
    return (await this.pool.query({ name: 'condemn', text, values: [id, reason] })).length > 0;
  }

  /** Answers whether it was still open. */
  async resolve(id: string, { decision, by, note }: Omit<Resolution, 'at'>): Promise<boolean> {
    const text = `UPDATE recorder.quarantine
      SET state = 'resolved', decision = $2, decided_by = $3, decided_at = now(), note = $4
      WHERE id = $1 AND ${OPEN} RETURNING 1`;
    return (await this.pool.query({ name: 'resolve', text, values: [id, decision, by, note] })).length > 0;
  }
}

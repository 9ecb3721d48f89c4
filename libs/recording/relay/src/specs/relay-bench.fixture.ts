import { Client } from 'pg';
import { newStream, readOn, someEvents } from '@mediation/event-store/contract-tests';
import type { Journal, StoredEvent } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import { createTestDatabase, type TestDatabase } from '@mediation/testing';
import { openRelay, type Relay, type RelayEvent, type RelayOptions } from '../index';

export const SOURCE = '/journals/370402';

export interface LeaseRow {
  readonly term: string;
  readonly holder: string;
  readonly checkpoint: string | null;
  readonly published: string;
}

/** A journal with its database and the relays opened on it; all of it is gone after `end()`. */
export class RelayBench {
  private readonly relays: Relay[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly journal: Journal,
    private readonly owner: Client,
  ) {}

  static async start(): Promise<RelayBench> {
    const database = await createTestDatabase();
    const owner = new Client({ connectionString: database.superuserUrl });
    await owner.connect();
    return new RelayBench(database, postgresJournal({ connectionString: database.appUrl }), owner);
  }

  open(options: Partial<RelayOptions> & Pick<RelayOptions, 'producer'>): { relay: Relay; events: RelayEvent[] } {
    const events: RelayEvent[] = [];
    const relay = openRelay({
      journal: this.journal,
      databaseUrl: this.database.appUrl,
      source: SOURCE,
      holder: 'spec',
      onEvent: (event) => void events.push(event),
      ...options,
    });
    this.relays.push(relay);
    return { relay, events };
  }

  /** Appends that many events to each of so many new streams. */
  async append(streams: number, each: number): Promise<void> {
    const appends = Array.from({ length: streams }, () => this.journal.append(newStream(), someEvents(each), 'none'));
    await Promise.all(appends);
  }

  written(): Promise<StoredEvent[]> {
    return readOn(this.journal, undefined);
  }

  async writtenIds(): Promise<string[]> {
    return (await this.written()).map(({ id }) => id);
  }

  async lease(): Promise<LeaseRow | undefined> {
    const { rows } = await this.owner.query<LeaseRow>('SELECT term, holder, checkpoint, published FROM relay.leases');
    return rows[0];
  }

  /** As a superuser. */
  async run(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.owner.query(sql, [...values]);
  }

  async end(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.close()));
    await Promise.all([this.journal.close(), this.owner.end()]);
    await this.database.drop();
  }
}

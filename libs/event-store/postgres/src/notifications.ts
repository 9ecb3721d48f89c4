import { Client } from 'pg';
import type { Database, DatabaseOptions } from './database';
import { connectionConfig } from './database';

const CHANNEL = 'journal_appended';

/** At most one notification in this time, however many appends there are. */
const QUIET_MS = 20;

/**
 * Tells other connections that something was appended: after the commit and never inside the append, where NOTIFY would make
 * all commits queue for one lock. Losing one is harmless, since readers also poll.
 */
export class Notifier {
  private isDirty = false;
  private isBusy = false;

  constructor(private readonly database: Database) {}

  announce(): void {
    this.isDirty = true;
    if (!this.isBusy) void this.send();
  }

  private async send(): Promise<void> {
    this.isBusy = true;
    while (this.isDirty) {
      this.isDirty = false;
      const query = { name: 'notify', text: `SELECT pg_notify('${CHANNEL}', '')`, rowMode: 'array' as const };
      await this.database.query(query).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS).unref());
    }
    this.isBusy = false;
  }
}

const RECONNECT_MS = { min: 50, max: 5_000 } as const;

/** One listening connection for all subscriptions of a store; it comes back by itself. */
export class Listener {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private delay: number = RECONNECT_MS.min;
  private closed = false;
  private isStarted = false;

  constructor(
    private readonly options: DatabaseOptions,
    /** Called for every notification, and after a reconnection, since some may have been missed. */
    private readonly onWake: () => void,
  ) {}

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    void this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...connectionConfig(this.options), statement_timeout: 0 });
    this.client = client;
    client.on('error', () => undefined); // Always followed by `end`.
    client.once('end', () => this.reconnect());
    client.on('notification', this.onWake);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.delay = RECONNECT_MS.min;
      this.onWake();
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  private reconnect(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, RECONNECT_MS.max);
  }
}

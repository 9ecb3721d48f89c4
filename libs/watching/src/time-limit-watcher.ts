import type { CommandRunner, Outcome } from '@mediation/command-runner';
import type { DisputeCommand, DisputeRefusal } from '@mediation/dispute/domain';
import { comparePositions, type EventStore, type Position } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { Projector } from '@mediation/projecting/engine';
import { Pool } from 'pg';
import { dueLimits, type DueLimit } from './due-limits';
import { expiryCommand } from './expiry-command';
import { Pause } from './pause';
import { timeLimitGroup } from './time-limit-group';

export interface WatcherOptions {
  /** The journal whose disputes it watches, and the database beside it that keeps its view. */
  readonly events: EventStore;
  readonly databaseUrl: string;
  readonly run: CommandRunner<DisputeCommand, DisputeRefusal>;
  readonly clock: Clock;
  /** How often it looks. Default one second. */
  readonly everyMs?: number;
  readonly onEvent?: (event: WatcherEvent) => void;
}

export type WatcherEvent =
  | { readonly kind: 'expired'; readonly dispute: string; readonly clock: string; readonly replayed: boolean }
  | { readonly kind: 'not-expired'; readonly dispute: string; readonly clock: string; readonly why: string }
  | { readonly kind: 'fault'; readonly code: string };

export interface WatcherStatus {
  readonly state: 'watching' | 'failing' | 'closed';
  readonly fault: string | undefined;
  readonly expired: number;
}

/** Between two looks it never takes more, so that closing need not wait long. */
const MOST_AT_ONCE = 100;
/** The view shows what was recorded long before. */
const SEEN_SOON_MS = 5_000;
/** What the journal would not record is asked again after so long. */
const ASK_AGAIN_MS = 600_000;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? 'watching-failed';

const openPool = (databaseUrl: string): Pool => {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'time-limits',
    max: 3,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  // An idle connection was lost; the pool has dropped it already.
  pool.on('error', () => undefined);
  return pool;
};

/**
 * Records each time limit that runs out, in the order of their last days, once: after a stop, of whatever length, it goes on where the
 * journal is. It looks at a view and decides nothing by it; the command decides, by the journal.
 */
export class TimeLimitWatcher {
  private readonly pool: Pool;
  private readonly projector;
  private readonly pause = new Pause();
  private readonly asked = new Map<string, number>();
  private running: Promise<void> | undefined;
  private fault: string | undefined;
  private expired = 0;
  /** Where the journal was when the watch began. */
  private head: { readonly position: Position | undefined } | undefined;
  private isCaughtUp = false;

  constructor(private readonly options: WatcherOptions) {
    this.pool = openPool(options.databaseUrl);
    const onFault = (error: Error) => this.tell({ kind: 'fault', code: codeOf(error) });
    this.projector = new Projector({ ...timeLimitGroup(this.pool), events: options.events, onFault });
  }

  start(): void {
    this.projector.start();
    this.running ??= this.watch();
  }

  status(): WatcherStatus {
    if (this.pause.ended) return { state: 'closed', fault: undefined, expired: this.expired };
    const fault = this.fault ?? this.projector.status().fault;
    return { state: fault === undefined ? 'watching' : 'failing', fault, expired: this.expired };
  }

  async close(): Promise<void> {
    this.pause.end();
    await this.running;
    await this.projector.close();
    await this.pool.end();
  }

  private async watch(): Promise<void> {
    while (!this.pause.ended) {
      try {
        if (await this.caughtUp()) await this.look();
        this.fault = undefined;
      } catch (error) {
        this.fault = codeOf(error);
        this.tell({ kind: 'fault', code: this.fault });
      }
      await this.pause.wait(this.options.everyMs ?? 1_000);
    }
  }

  /**
   * The view shows what was in the journal when the watch began: what ran out in a long absence is then told in order, and nothing
   * that the journal has long answered is asked.
   */
  private async caughtUp(): Promise<boolean> {
    if (this.isCaughtUp) return true;
    this.head ??= { position: await this.options.events.head() };
    const { position } = this.projector.status();
    const { position: head } = this.head;
    this.isCaughtUp = head === undefined || (position !== undefined && comparePositions(position, head) >= 0);
    return this.isCaughtUp;
  }

  private async look(): Promise<void> {
    const now = this.options.clock.now();
    const except = this.deferred(Date.parse(now));
    for (const limit of await dueLimits(this.pool, { now, most: MOST_AT_ONCE, except })) {
      if (this.pause.ended) return;
      await this.expire(limit, Date.parse(now));
    }
  }

  /** What the journal has just recorded or refused: the view will show it, and until then others come first. */
  private deferred(nowMs: number): readonly string[] {
    for (const [dispute, until] of this.asked) if (until <= nowMs) this.asked.delete(dispute);
    return [...this.asked.keys()];
  }

  private async expire(limit: DueLimit, nowMs: number): Promise<void> {
    const { command, meta } = expiryCommand(limit);
    const outcome = await this.options.run(command, meta);
    const { dispute, clock } = limit;
    this.asked.set(dispute, nowMs + (outcome.kind === 'done' ? SEEN_SOON_MS : ASK_AGAIN_MS));
    if (outcome.kind !== 'done') return this.tell({ kind: 'not-expired', dispute, clock, why: whyNot(outcome) });
    if (!outcome.replayed) this.expired += 1;
    this.tell({ kind: 'expired', dispute, clock, replayed: outcome.replayed });
  }

  private tell(event: WatcherEvent): void {
    this.options.onEvent?.(event);
  }
}

const whyNot = (outcome: Outcome<DisputeRefusal>): string =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.kind;

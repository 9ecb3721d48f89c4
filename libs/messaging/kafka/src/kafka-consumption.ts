import { setTimeout as delay } from 'node:timers/promises';
import {
  ConsumptionEnded,
  MessagingUnavailable,
  tell,
  type ConsumeOptions,
  type Consumption,
} from '@mediation/messaging/port';
import { describeFault, looksPermanent } from './faults';
import { Holdings } from './holdings';
import type { KafkaOptions } from './kafka-options';
import type { Observer } from './observer';
import { Session } from './session';

/** Bounds of the wait before the group is joined anew, in milliseconds. */
const REJOIN_MS = { min: 250, max: 5_000 } as const;

/** A fault that looks permanent and comes so often with nothing achieved between is one. */
const STRIKES = 3;

/**
 * A member for as long as it takes: one session after another, a broker that is away for hours included. Only the handler's
 * own word or a fault that a new session meets again ends it.
 */
export class KafkaConsumption implements Consumption {
  readonly ended: Promise<void>;
  private readonly holdings: Holdings;
  private readonly closing = new AbortController();
  private readonly sessions: Promise<void>;
  private session: Session | undefined;
  private leaving: Promise<void> | undefined;
  private resolveEnded: () => void = () => undefined;
  private rejectEnded: (error: Error) => void = () => undefined;

  constructor(
    private readonly options: KafkaOptions,
    private readonly asked: ConsumeOptions,
    private readonly observer: Observer,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.resolveEnded = resolve;
      this.rejectEnded = reject;
    });
    this.ended.catch(() => undefined); // Whoever only probes its health learns it from check().
    this.holdings = new Holdings(options, asked, (reason) => this.end(reason));
    this.sessions = this.keepJoining();
  }

  async check(): Promise<void> {
    if (this.leaving !== undefined) throw new ConsumptionEnded('the consumption has ended');
    if (!this.session?.isMember) throw new MessagingUnavailable('not a member of its group at present');
  }

  lag(): Promise<number> {
    return this.observer.lag(this.asked.group, this.asked.topics);
  }

  async close(): Promise<void> {
    await this.leave();
    this.resolveEnded();
  }

  private async keepJoining(): Promise<void> {
    const { signal } = this.closing;
    let wait: number = REJOIN_MS.min;
    let strikes = 0;
    while (!signal.aborted) {
      const session = this.openSession();
      const fault = await session.over;
      this.holdings.giveUpAll();
      if (signal.aborted) return;
      strikes = looksPermanent(fault) ? (session.hasBeaten ? 1 : strikes + 1) : 0;
      this.report(session, fault);
      if (strikes >= STRIKES) return this.end(`no session with the broker: ${describeFault(fault)}`);
      wait = session.hasBeaten ? REJOIN_MS.min : Math.min(wait * 2, REJOIN_MS.max);
      await delay(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  private openSession(): Session {
    const session = new Session(this.options, this.asked, {
      onAssigned: (partitions, isNew) => {
        this.holdings.keepOnly(isNew ? [] : partitions);
        this.options.onLog?.({ level: 'info', message: 'joined the group', group: this.asked.group });
        tell(this.asked, { type: 'joined' });
      },
      onFetched: (fetched) => this.holdings.take(fetched),
    });
    this.session = session;
    return session;
  }

  private report(session: Session, fault: unknown): void {
    const error = describeFault(fault);
    this.options.onLog?.({ level: 'warn', message: 'lost the group, joining anew', group: this.asked.group, error });
    if (session.hasJoined) tell(this.asked, { type: 'disconnected' });
  }

  private end(reason: string): void {
    if (this.leaving !== undefined) return;
    this.options.onLog?.({
      level: 'error',
      message: 'the consumption has ended',
      group: this.asked.group,
      error: reason,
    });
    void this.leave();
    this.rejectEnded(new ConsumptionEnded(reason));
  }

  private leave(): Promise<void> {
    this.leaving ??= this.finishAndLeave();
    return this.leaving;
  }

  private async finishAndLeave(): Promise<void> {
    this.closing.abort();
    await this.holdings.finish();
    await this.session?.close();
    await this.sessions;
  }
}

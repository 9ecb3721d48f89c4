import { Logger } from '@nestjs/common';
import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { FeedReader } from '../feed/feed.reader';
import { STANDARD_BACKOFF } from './backoff';
import { Claims } from './claims';
import { Deliverer, isDelivered } from './deliverer';
import { feed } from './feeder';
import { post, type Answered } from './post';
import { DELIVER, type StreamKey } from './queue.sql';
import { Turns } from './turns';

export interface SenderSettings {
  /** Receivers over http and at private addresses: for a local trial, or inside a closed network. */
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
  readonly backoff?: readonly number[];
  /** Streams told at once. */
  readonly concurrency?: number;
  /** Of these, to any one subscription: a slow receiver leaves room for the others. */
  readonly perSubscription?: number;
  /** How long a sender that has died keeps others from a stream. */
  readonly claimMs?: number;
  /** How often to look for what nobody tells. */
  readonly sweepMs?: number;
}

export interface SenderParts {
  readonly databaseUrl: string;
  readonly views: DataSource;
  readonly reader: FeedReader;
  readonly settings: SenderSettings;
}

const TIMEOUT_MS = 15_000;
const CLAIM_MS = 60_000;
const FEED_POLL_MS = 1_000;
const silent = new QueueLogger(() => () => undefined);

/** Turns the timeline into jobs and does them: what a subscription is to be told, told until it is taken. */
export class WebhookSender {
  private readonly logger = new Logger('webhooks');
  private readonly pool: Pool;
  private readonly claims: Claims;
  private readonly deliverer: Deliverer;
  private runner: Promise<Runner> | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private feeding: Promise<void> | undefined;
  private fedAgain = false;
  delivered = 0;
  failed = 0;
  private feedFault: string | undefined;
  private queueFault: string | undefined;

  constructor(private readonly parts: SenderParts) {
    const { databaseUrl, views, reader, settings } = parts;
    this.pool = new Pool({
      connectionString: databaseUrl,
      application_name: 'webhooks',
      max: 6,
      connectionTimeoutMillis: 10_000,
    });
    this.pool.on('error', () => undefined);
    this.claims = new Claims(views, settings.claimMs ?? CLAIM_MS);
    this.deliverer = new Deliverer({
      claims: this.claims,
      feed: reader,
      send: this.send,
      backoff: settings.backoff ?? STANDARD_BACKOFF,
      onAttempt: (answer) => this.count(answer),
    });
  }

  /** One POST by the sender's own rules; a test delivery uses it too. */
  readonly send = (url: URL, headers: Record<string, string>, body: string): Promise<Answered> => {
    const { allowPrivate, timeoutMs = TIMEOUT_MS } = this.parts.settings;
    return post(url, headers, body, { allowPrivate, timeoutMs });
  };

  /** The code of what keeps it from sending, while it lasts. */
  get fault(): string | undefined {
    return this.queueFault ?? this.feedFault;
  }

  get allowsPrivate(): boolean {
    return this.parts.settings.allowPrivate;
  }

  start(): void {
    const { concurrency = 32, perSubscription = 8, sweepMs = 30_000 } = this.parts.settings;
    const turns = new Turns(perSubscription, (stream) => this.deliverer.deliver(stream));
    this.runner = run({
      pgPool: this.pool,
      taskList: { [DELIVER]: (payload) => turns.take(payload as StreamKey) },
      concurrency,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: silent,
    });
    // Its promise lasts as long as the runner: what ends it early is not mended by itself.
    this.runner
      .then(({ promise }) => promise)
      .catch((error: unknown) => void (this.queueFault = this.failedWith(error)));
    this.timers.push(
      setInterval(() => this.feed(), FEED_POLL_MS),
      setInterval(() => this.sweep(), sweepMs),
    );
    this.feed();
    this.sweep();
  }

  /** There may be something new. */
  feed(): void {
    if (this.feeding) {
      this.fedAgain = true;
      return;
    }
    this.feeding = feed(this.parts.views)
      .then(
        () => void (this.feedFault = undefined),
        (error: unknown) => void (this.feedFault = this.failedWith(error)),
      )
      .finally(() => {
        this.feeding = undefined;
        if (!this.fedAgain) return;
        this.fedAgain = false;
        this.feed();
      });
  }

  /** A job for what is due and nobody tells, as after a resumption. */
  sweep(): void {
    this.claims.sweep().catch((error: unknown) => void this.failedWith(error));
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.deliverer.end();
    this.fedAgain = false;
    await this.feeding;
    const runner = await this.runner?.catch(() => undefined);
    await runner?.stop();
    await this.pool.end();
  }

  private count(answer: Answered): void {
    if (isDelivered(answer)) this.delivered += 1;
    else this.failed += 1;
  }

  private failedWith(error: unknown): string {
    const fault = (error as { code?: string }).code ?? (error as Error).name;
    this.logger.warn({ msg: 'webhooks interrupted', fault });
    return fault;
  }
}

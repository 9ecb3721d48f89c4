import type { JsonObject } from '@mediation/kernel';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { registration } from './stories';

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

/** What became of the requests that were sent, however often each was sent again. */
export interface Tally {
  /** By idempotency key: the dispute and the revision that were acknowledged. */
  readonly acknowledged: ReadonlyMap<string, { readonly id: string; readonly revision: number }>;
  /** Registrations among them. */
  readonly disputes: number;
  /** Refused by nobody listening; the request was never taken. */
  readonly refusedConnections: number;
  /** Taken on an open connection and left without an answer. */
  readonly dropped: number;
  /** Answers of 5xx, which were tried again. */
  readonly unavailable: number;
  /** Answers that no retry can cure: a fault of the test or of the service. */
  readonly unexpected: readonly string[];
}

export interface LoadOptions {
  readonly url: string;
  readonly token: string;
  /** Disputes worked on at once. */
  readonly workers: number;
  /** Commands per second over all workers; absent: as fast as they are answered. */
  readonly perSecond?: number;
}

const STEPS: readonly (readonly [path: string, body: JsonObject])[] = [
  ['/acceptance', {}],
  ['/mediators', { mediator: '370402102200-m1' }],
  ['/rights-notice', {}],
  ['/sessions', { record: '双方各执一词(示例)' }],
  ['/sessions', { record: '查看现场(示例)' }],
  ['/sessions', { record: '背对背调解(示例)' }],
];

const RETRY_AFTER_MS = 50;
const ANSWER_WITHIN_MS = 20_000;

/** Mediators at work in a village: each registers a dispute, works on it step by step, and sends again what was not answered. */
export class Load {
  private readonly agent: Agent;
  private readonly acknowledged = new Map<string, { id: string; revision: number }>();
  private readonly unexpected: string[] = [];
  private readonly counts = { disputes: 0, refusedConnections: 0, dropped: 0, unavailable: 0 };
  private ending = false;
  private next = 0;
  private due = performance.now();
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LoadOptions) {
    this.agent = new Agent({ keepAlive: true, maxSockets: options.workers });
  }

  start(): this {
    this.running = Promise.all(Array.from({ length: this.options.workers }, () => this.work()));
    return this;
  }

  get tally(): Tally {
    return { acknowledged: this.acknowledged, unexpected: this.unexpected, ...this.counts };
  }

  /** Every request is sent until it is answered; then the load rests. */
  async end(): Promise<Tally> {
    this.ending = true;
    await this.running;
    this.agent.destroy();
    return this.tally;
  }

  private async work(): Promise<void> {
    while (!this.ending) {
      const name = `load-${process.pid}-${(this.next += 1)}`;
      const registered = await this.command(`${name}-0`, '/disputes', registration(name));
      if (registered === undefined) continue;
      this.counts.disputes += 1;
      for (const [step, [path, body]] of STEPS.entries()) {
        if (this.ending) return;
        await this.command(`${name}-${step + 1}`, `/disputes/${registered}${path}`, body);
      }
    }
  }

  /** Answers the dispute's id once it is acknowledged; undefined when it never will be. */
  private async command(key: string, path: string, body: JsonObject): Promise<string | undefined> {
    await this.pace();
    for (;;) {
      const answer = await this.post(key, path, body).catch((error: NodeJS.ErrnoException) => this.lost(error));
      if (answer && answer.status < 300) {
        const [id, revision] = [String(answer.body['id']), Number(answer.body['revision'])];
        this.acknowledged.set(key, { id, revision });
        return id;
      }
      if (answer && answer.status < 500 && answer.status !== 409) {
        this.unexpected.push(
          `${path.replace(/[0-9a-f-]{36}/, ':id')} → ${answer.status} ${String(answer.body['code'])}`,
        );
        return undefined;
      }
      if (answer) this.counts.unavailable += 1;
      await delay(RETRY_AFTER_MS);
    }
  }

  private lost(error: NodeJS.ErrnoException): undefined {
    if (error.code === 'ECONNREFUSED') this.counts.refusedConnections += 1;
    else this.counts.dropped += 1;
  }

  private async pace(): Promise<void> {
    const { perSecond } = this.options;
    if (perSecond === undefined) return;
    this.due = Math.max(this.due + 1_000 / perSecond, performance.now() - 1_000);
    await delay(Math.max(0, this.due - performance.now()));
  }

  private post(key: string, path: string, body: JsonObject): Promise<Answer> {
    const { url, token } = this.options;
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    return new Promise((resolve, reject) => {
      const target = `${url}/api/village/v1${path}`;
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const sent = request(target, { method: 'POST', agent: this.agent, headers, signal }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(text) as JsonObject });
        });
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}

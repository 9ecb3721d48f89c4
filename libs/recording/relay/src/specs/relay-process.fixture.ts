import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, notYet, spawnTypeScript } from '@mediation/testing';
import type { RelayEvent } from '../index';
import type { RecordedTopic } from './recorded-topic.fixture';
import type { FromRelay, ToRelay } from './run-relay';

/** Compiling the sources as they are loaded takes most of it. */
const START = { timeoutMs: 60_000 };

export interface RelayProcessOptions {
  readonly databaseUrl: string;
  readonly ttlMs: number;
  /** Where it publishes; default: in the topic it is given. */
  readonly brokers?: string;
}

/** A relay's process that can be stopped, continued and killed. */
export class RelayProcess {
  readonly events: RelayEvent[] = [];
  /** Called with each batch after it is taken, before it is acknowledged. */
  onTaken: () => void = () => undefined;
  /** How many have been taken. */
  batches = 0;
  private readonly child: ChildProcess;

  constructor(
    private readonly topic: RecordedTopic,
    readonly holder: string,
    { databaseUrl, ttlMs, brokers = '' }: RelayProcessOptions,
  ) {
    const args = [databaseUrl, holder, String(ttlMs), brokers];
    this.child = spawnTypeScript(join(__dirname, 'run-relay.ts'), args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('message', (message: FromRelay) => this.received(message));
  }

  get isLeading(): boolean {
    return this.events.findLast(({ type }) => type === 'leading' || type === 'standby')?.type === 'leading';
  }

  leads(): Promise<true> {
    const probe = () => this.isLeading || notYet(this.events.map(({ type }) => type));
    return eventually(`${this.holder} to lead`, probe, START);
  }

  standsBy(): Promise<true> {
    return eventually(`${this.holder} to stand by`, () => !this.isLeading || notYet('leading'));
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async kill(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGCONT');
    this.send({ kind: 'close' });
    await exited;
  }

  private send(message: ToRelay): void {
    this.child.send(message);
  }

  private received(message: FromRelay): void {
    if (message.kind === 'event') {
      this.events.push(message.event);
      return;
    }
    this.topic.take(this.holder, message.messages);
    this.batches += 1;
    this.onTaken();
    this.send({ kind: 'taken', id: message.id });
  }
}

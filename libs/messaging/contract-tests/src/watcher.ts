import type {
  ConsumeOptions,
  Consumption,
  ConsumptionEvent,
  Delivery,
  Failure,
  Handled,
  Messaging,
  ReceivedMessage,
} from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { utf8 } from './subject';

export interface Call {
  readonly batch: readonly ReceivedMessage[];
  readonly delivery: Delivery;
}

type Handle = (call: Call) => Promise<Handled> | Handled;

export const allOf = ({ batch }: Call): Handled => ({ count: batch.length });

/** Fails the message with this body, and handles all others. */
export const failOn =
  (body: string, failure: Failure) =>
  ({ batch }: Call): Handled => {
    const count = batch.findIndex((message) => utf8(message.body) === body);
    return count === -1 ? { count: batch.length } : { count, failure };
  };

/** A member at work that remembers every call of its handler, what it handled and what it was told. */
export class Watcher {
  readonly calls: Call[] = [];
  /** As counted by the handler's answers, in their order. */
  readonly handled: ReceivedMessage[] = [];
  readonly events: ConsumptionEvent[] = [];
  /** Set when two calls for one partition were ever under way together. */
  hasOverlapped = false;
  readonly consumption: Consumption;
  private readonly busy = new Set<string>();

  constructor(
    messaging: Messaging,
    options: Pick<ConsumeOptions, 'group' | 'topics' | 'maxBatch' | 'deadLetterTopic'>,
    private readonly decide: Handle = allOf,
  ) {
    this.consumption = messaging.consume({
      ...options,
      handle: (batch, delivery) => this.handle({ batch, delivery }),
      onEvent: (event) => void this.events.push(event),
    });
  }

  get bodies(): string[] {
    return this.handled.map(({ body }) => utf8(body));
  }

  get failures(): string[] {
    return this.events.flatMap((event) =>
      event.type === 'failed' ? [`${event.failure.policy}: ${event.failure.reason}`] : [],
    );
  }

  bodiesOf(key: string): string[] {
    return this.handled.filter((message) => message.key === key).map(({ body }) => utf8(body));
  }

  async joined(): Promise<this> {
    await eventually('the member joins', () => this.consumption.check().then(() => true), { timeoutMs: 30_000 });
    return this;
  }

  async hasCalls(count: number): Promise<void> {
    await eventually(`${count} calls`, () => this.calls.length >= count || notYet(this.calls.length), {
      timeoutMs: 30_000,
    });
  }

  async hasHandled(count: number): Promise<void> {
    await eventually(`${count} handled`, () => this.handled.length >= count || notYet(this.handled.length), {
      timeoutMs: 30_000,
    });
  }

  async hasLag(expected: number): Promise<void> {
    const probe = async () => {
      const lag = await this.consumption.lag();
      return lag === expected || notYet(lag);
    };
    await eventually(`a lag of ${expected}`, probe, { timeoutMs: 30_000 });
  }

  private async handle(call: Call): Promise<Handled> {
    const { topic, partition } = call.batch[0]!;
    const place = `${topic}/${partition}`;
    this.hasOverlapped ||= this.busy.has(place);
    this.busy.add(place);
    this.calls.push(call);
    try {
      const answer = await this.decide(call);
      this.handled.push(...call.batch.slice(0, answer.count));
      return answer;
    } finally {
      this.busy.delete(place);
    }
  }
}

/** Work that goes on until it is told otherwise. */
export class Latch {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}

/** Bodies by key, each as often as it comes first. */
export const firstOccurrences = (messages: readonly ReceivedMessage[]): Map<string, string[]> => {
  const bodies = new Map<string, string[]>();
  for (const { key = '', body } of messages) {
    const seen = bodies.get(key) ?? [];
    if (!seen.includes(utf8(body))) bodies.set(key, [...seen, utf8(body)]);
  }
  return bodies;
};

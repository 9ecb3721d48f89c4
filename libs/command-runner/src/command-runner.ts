import {
  ReceiptExists,
  WrongExpectedRevision,
  type CommandReceipt,
  type EventToAppend,
  type ExpectedRevision,
  type Journal,
  type StoredEvent,
} from '@mediation/event-store/port';
import type {
  ActorStamp,
  Clock,
  Decision,
  EventMetadata,
  Ground,
  Instant,
  JsonObject,
  Message,
} from '@mediation/kernel';
import { v5 as uuidFrom } from 'uuid';

/** What the runner needs to know of a kind of aggregate; all of it pure but the journal and the clock. */
export interface Aggregate<
  Command extends { readonly type: string },
  State,
  Event extends Message,
  Refusal extends string,
  Rules extends { readonly id: string },
> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
  decide(command: Command, state: State, context: DecisionContext<Rules>): Decision<Event, Refusal>;
  /** What the actor must not even learn of; looked at before If-Match is compared. */
  hidden(state: State, actor: ActorStamp): Refusal | undefined;
  readonly codec: {
    encode(event: Event): { readonly type: string; readonly data: JsonObject };
    decode(stored: StoredEvent): Event;
  };
  /** What the caller is told besides the revision: the numbers of what the events created. */
  describe(events: readonly Event[]): JsonObject;
  /** The rule pack in force where the actor acts, when it happened. */
  rulesAt(occurredAt: Instant, actor: ActorStamp): Rules;
}

export interface DecisionContext<Rules> {
  readonly actor: ActorStamp;
  readonly now: Instant;
  readonly occurredAt: Instant;
  readonly rules: Rules;
}

export interface CommandMeta {
  readonly stream: string;
  readonly actor: ActorStamp;
  /** UUID; events get their ids from it, so the same command makes the same ids. */
  readonly commandId: string;
  /** When it happened; absent: now. */
  readonly occurredAt?: Instant | undefined;
  /** The caller's If-Match: the decision holds for exactly this revision and is never retried on another. */
  readonly expectedRevision?: number | undefined;
  /** The stream is this command's own new one, so there is nothing to read. */
  readonly creates?: boolean | undefined;
  /** The caller's Idempotency-Key with a hash of what it asked. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: string } | undefined;
}

export type Outcome<Refusal extends string> =
  /** Recorded now, or already so. `answer` is what the first request with this key got. */
  | { readonly kind: 'done'; readonly answer: Answer; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly ground?: Ground; readonly details?: JsonObject }
  | { readonly kind: 'stale'; readonly actual: number | undefined }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'in-flight' }
  /** Lost every race; nothing was recorded. Try again. */
  | { readonly kind: 'contended' };

export interface Answer {
  readonly stream: string;
  readonly revision: number;
  readonly detail: JsonObject;
}

export type CommandRunner<Command, Refusal extends string> = (
  command: Command,
  meta: CommandMeta,
) => Promise<Outcome<Refusal>>;

type Stamp = Pick<EventMetadata, 'occurredAt' | 'recordedAt' | 'command' | 'rules'>;

/** The revision before a stream's first. */
const NO_REVISION = -1;
const MAX_ATTEMPTS = 8;
/** Namespace of event ids (RFC 9562 version 5 of `<command id>/<index>`). */
const EVENT_ID_NAMESPACE = '6f2b5a0e-5f0d-4d0c-9c62-9f3a7a4f1c5e';

/**
 * Read, fold, decide, append at the revision that was read.
 *
 * Guarantees: `done` means durable; a refusal, a stale If-Match and a reused key append nothing; a retry under the same key
 * never appends twice. A lost race is decided again on the new state, a bounded number of times, unless the caller gave If-Match.
 */
export const commandRunner = <
  Command extends { readonly type: string },
  State,
  Event extends Message,
  Refusal extends string,
  Rules extends { readonly id: string },
>(
  aggregate: Aggregate<Command, State, Event, Refusal, Rules>,
  { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
): CommandRunner<Command, Refusal> => {
  const inFlight = new Set<string>();

  /**
   * The answer where nothing is appended, unless this key was answered before; an append finds that out by itself.
   * Asked after the stream was read: whatever was seen of the first request's events, its receipt is then seen, too.
   */
  const unlessAnswered = async (outcome: Outcome<Refusal>, meta: CommandMeta): Promise<Outcome<Refusal>> => {
    const receipt = meta.idempotency && (await journal.receipt(meta.idempotency.key));
    return receipt ? fromReceipt(receipt, meta) : outcome;
  };

  /** What stands in the way before anything is decided: the actor may not know of it, or has not seen its latest state. */
  const barred = (state: State, revision: number, meta: CommandMeta): Outcome<Refusal> | undefined => {
    const refusal = meta.creates ? undefined : aggregate.hidden(state, meta.actor);
    if (refusal !== undefined) return { kind: 'refused', refusal };
    const stale = meta.expectedRevision !== undefined && meta.expectedRevision !== revision;
    return stale ? { kind: 'stale', actual: revision === NO_REVISION ? undefined : revision } : undefined;
  };

  const attempt = async (command: Command, meta: CommandMeta): Promise<Outcome<Refusal> | 'lost'> => {
    // 1. read
    const stored = meta.creates ? [] : await journal.readStream(meta.stream);
    // 2. fold
    const fold = (state: State, each: StoredEvent) => aggregate.evolve(state, aggregate.codec.decode(each));
    const state = stored.reduce(fold, aggregate.initial);
    const revision = stored.at(-1)?.revision ?? NO_REVISION;
    const obstacle = barred(state, revision, meta);
    if (obstacle) return unlessAnswered(obstacle, meta);
    // 3. decide
    const now = clock.now();
    const occurredAt = meta.occurredAt ?? now;
    const rules = aggregate.rulesAt(occurredAt, meta.actor);
    const decision = aggregate.decide(command, state, { actor: meta.actor, now, occurredAt, rules });
    if (decision.kind === 'refused') return unlessAnswered(decision, meta);
    const { events } = decision;
    if (events.length === 0) return unlessAnswered(done({ stream: meta.stream, revision, detail: {} }), meta);
    // 4. append
    const stamp = { occurredAt, recordedAt: now, command: command.type, rules: rules.id };
    const answer = { stream: meta.stream, revision: revision + events.length, detail: aggregate.describe(events) };
    return append(toAppend(events, stamp, meta), revision, answer, meta);
  };

  const toAppend = (events: readonly Event[], stamp: Stamp, meta: CommandMeta): readonly EventToAppend[] => {
    const metadata: EventMetadata = { ...stamp, actor: meta.actor, commandId: meta.commandId };
    return events.map((event, index) => ({
      id: uuidFrom(`${meta.commandId}/${index}`, EVENT_ID_NAMESPACE),
      ...aggregate.codec.encode(event),
      metadata,
    }));
  };

  const append = async (events: readonly EventToAppend[], revision: number, answer: Answer, meta: CommandMeta) => {
    const expected: ExpectedRevision = revision === NO_REVISION ? 'none' : revision;
    const options = meta.idempotency ? { receipt: { ...meta.idempotency, answer: { ...answer } } } : {};
    try {
      await journal.append(meta.stream, events, expected, options);
      return done(answer);
    } catch (error) {
      if (error instanceof ReceiptExists) return fromReceipt(error.receipt, meta);
      if (!(error instanceof WrongExpectedRevision)) throw error;
      return meta.expectedRevision === undefined
        ? ('lost' as const)
        : ({ kind: 'stale', actual: error.actual === 'none' ? undefined : error.actual } as const);
    }
  };

  const run = async (command: Command, meta: CommandMeta): Promise<Outcome<Refusal>> => {
    for (let n = 0; n < MAX_ATTEMPTS; n += 1) {
      const outcome = await attempt(command, meta);
      if (outcome !== 'lost') return outcome;
    }
    return { kind: 'contended' };
  };

  return async (command, meta) => {
    const key = meta.idempotency?.key;
    if (key === undefined) return run(command, meta);
    // Two processes that race with one key are told apart by the receipt's primary key; this only answers sooner.
    if (inFlight.has(key)) return { kind: 'in-flight' };
    inFlight.add(key);
    try {
      return await run(command, meta);
    } finally {
      inFlight.delete(key);
    }
  };
};

const done = (answer: Answer, replayed = false) => ({ kind: 'done', answer, replayed }) as const;

const fromReceipt = (receipt: CommandReceipt, { idempotency }: CommandMeta) =>
  receipt.fingerprint === idempotency?.fingerprint
    ? done(receipt.answer as unknown as Answer, true)
    : ({ kind: 'key-reused' } as const);

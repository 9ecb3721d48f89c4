import type { Journal, StoredEvent } from '@mediation/event-store/port';
import { accept, refuse, type ActorStamp, type JsonObject, type Message } from '@mediation/kernel';
import type { Aggregate, CommandMeta } from './command-runner';

/** A small aggregate of the specs' own: a sum that its rules limit and that only some may see. */
export type CounterCommand = { readonly type: 'Add'; readonly by: readonly number[] } | { readonly type: 'Lock' };
export type CounterEvent = Message<'Added', { by: number }> | Message<'Locked', { at: number }>;
export type CounterRefusal = 'counter-unknown' | 'too-much' | 'locked';
export interface Counter {
  readonly sum: number;
  readonly added: number;
  readonly locked: boolean;
}
interface CounterRules {
  readonly id: string;
  readonly limit: number;
}
export type CounterAggregate = Aggregate<CounterCommand, Counter, CounterEvent, CounterRefusal, CounterRules>;

export const OLD_RULES: CounterRules = { id: 'rules@2024', limit: 10 };
export const NEW_RULES: CounterRules = { id: 'rules@2025', limit: 1_000_000 };

const evolve = (counter: Counter, event: CounterEvent): Counter =>
  event.type === 'Locked'
    ? { ...counter, locked: true }
    : { ...counter, sum: counter.sum + event.data.by, added: counter.added + 1 };

const decide: CounterAggregate['decide'] = (command, counter, { rules }) => {
  if (command.type === 'Lock') return counter.locked ? accept() : accept({ type: 'Locked', data: { at: counter.sum } });
  if (counter.locked) return refuse('locked');
  const sum = command.by.reduce((total, by) => total + by, counter.sum);
  if (sum > rules.limit) return refuse('too-much');
  return accept(...command.by.map((by): CounterEvent => ({ type: 'Added', data: { by } })));
};

export const counterAggregate = (rules?: CounterRules): CounterAggregate => ({
  initial: { sum: 0, added: 0, locked: false },
  evolve,
  decide,
  hidden: (counter, actor) => (counter.added === 0 || actor.org === 'stranger' ? 'counter-unknown' : undefined),
  codec: {
    encode: (event) => ({ type: `counter.${event.type.toLowerCase()}.v1`, data: event.data }),
    decode: ({ type, data }: StoredEvent): CounterEvent =>
      type === 'counter.locked.v1'
        ? { type: 'Locked', data: data as { at: number } }
        : { type: 'Added', data: data as { by: number } },
  },
  describe: (events): JsonObject => ({ events: events.length }),
  rulesAt: (occurredAt) => rules ?? (occurredAt < '2025' ? OLD_RULES : NEW_RULES),
});

export const CLERK: ActorStamp = { sub: 'clerk', org: 'office', roles: ['mediator'] };
export const STRANGER: ActorStamp = { ...CLERK, org: 'stranger' };

let made = 0;
/** A command id that no other command of this process has. */
export const newCommandId = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;

export const onCounter = (stream: string, more: Partial<CommandMeta> = {}): CommandMeta => ({
  stream,
  actor: CLERK,
  commandId: newCommandId(),
  ...more,
});

/** Opens a counter of its own. */
export const opening = (stream: string, more: Partial<CommandMeta> = {}): CommandMeta =>
  onCounter(stream, { creates: true, ...more });

/** A journal with some calls replaced, for what has to happen between two steps of the runner. */
export const withCalls = (journal: Journal, calls: Partial<Journal>): Journal =>
  Object.assign(Object.create(journal) as Journal, calls);

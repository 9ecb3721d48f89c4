import { commandRunner, type CommandMeta } from '@mediation/command-runner';
import { evolve, initialDispute, type Dispute, type DisputeEvent, type DisputeRules } from '@mediation/dispute/domain';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { StoredEvent } from '@mediation/event-store/port';
import { addDays, type EventMetadata, type Instant } from '@mediation/kernel';
import { FixedClock } from '@mediation/testing';
import fc from 'fast-check';
import { disputeAggregate } from '../dispute.aggregate';
import { drawFrom, type Draw } from './draw';
import { Monitor } from './monitor';
import { PLAIN_CLOCKS, plainClocksOf } from './plain-clocks';
import { nextStep } from './next-step';
import type { Tally } from './tally';
import { Turnstile } from './turnstile';
import { watched } from './watched-journal';

/**
 * What happens first, one command after the other; then who does how much at the same time; and in which order the journal lets them
 * through. A command is a number, from which all its choices follow.
 */
export interface Schedule {
  readonly prelude: readonly number[];
  readonly actors: readonly (readonly number[])[];
  readonly order: Uint8Array;
}

type Range = readonly [min: number, max: number];
const numbers = ([minLength, maxLength]: Range) => fc.array(fc.noBias(fc.nat()), { minLength, maxLength });

export const schedules = (actors: Range, commands: Range) =>
  fc.record<Schedule>({
    prelude: numbers([1, 10]),
    actors: fc.array(numbers(commands), { minLength: actors[0], maxLength: actors[1] }),
    order: fc.uint8Array({ maxLength: 60 }),
  });

/** One that a party signs, if it is in the file at all. */
const FORM: ReturnType<DisputeRules['materialsFor']>[number] = {
  id: 'evidence',
  zh: '证据材料',
  en: 'Evidence',
  source: '示例',
  article: '—',
  effectiveOn: '2025-01-01',
  certainty: 'local-policy',
  when: [],
  unless: [],
  material: 'evidence',
  presence: 'if-any',
  signedBy: ['parties'],
};

export const PLAIN_RULES: DisputeRules = {
  id: 'plain@1',
  replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
  mediationDueOn: (_, acceptedOn) => addDays(acceptedOn, 30),
  bounceLimit: 2,
  clocks: PLAIN_CLOCKS,
  clocksOf: plainClocksOf,
  gate: () => undefined,
  materialsFor: () => [FORM],
  lists: () => false,
};
const real = disputeAggregate(() => PLAIN_RULES);
/** The real codec, asked once for each event: a stored event decodes to the same for ever. */
const decoded = new WeakMap<StoredEvent, DisputeEvent>();
const decode = (stored: StoredEvent): DisputeEvent => {
  const known = decoded.get(stored) ?? real.codec.decode(stored);
  decoded.set(stored, known);
  return known;
};
const aggregate = { ...real, codec: { ...real.codec, decode } };

const line = (parts: readonly unknown[]): string =>
  parts.map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part))).join(' ');

const daysBefore = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString();

const PRELUDE = 'prelude';
const STREAM = 'dispute-1';
const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

class Trial {
  private readonly clock = new FixedClock('2025-03-08T09:00:00+08:00');
  private readonly monitor = new Monitor();
  private readonly ids = new Set<string>();
  private readonly log: (readonly unknown[])[] = [];
  private dispute: Dispute = initialDispute;
  private revision = -1;
  private commands = 0;
  private turns = 0;

  private readonly turnstile = new Turnstile((waiting) => (this.order[this.turns++] ?? 0) % Math.max(waiting, 1));
  private readonly journal = watched(inMemoryJournal(), this.turnstile, {
    appended: (stored) => this.see(stored),
    lost: () => (this.tally.lostRaces += 1),
  });
  /** Two processes: they share the journal and nothing else. */
  private readonly here = commandRunner(aggregate, { journal: this.journal, clock: this.clock });
  private readonly there = commandRunner(aggregate, { journal: this.journal, clock: this.clock });

  constructor(
    private readonly order: Uint8Array,
    private readonly tally: Tally,
  ) {}

  async run({ prelude, actors }: Schedule): Promise<void> {
    const everything = async (): Promise<void> => {
      await this.actInTurn(prelude, PRELUDE);
      await Promise.all(actors.map((numbers, i) => this.actInTurn(numbers, `actor ${i + 1}`)));
    };
    await this.turnstile.turnUntil(everything()).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${this.log.map(line).join('\n')}`, { cause: error });
    });
  }

  private async actInTurn(numbers: readonly number[], name: string): Promise<void> {
    for (const n of numbers) await this.act(n, name);
  }

  private async act(n: number, name: string): Promise<void> {
    const draw = drawFrom(n);
    const { actor, command, days } = nextStep(this.dispute, draw, name === PRELUDE);
    this.clock.advance({ days, hours: 6 });
    const id = ++this.commands;
    this.log.push([name, id, actor.org, command.type, command.data]);
    const meta = { ...this.someOptions(draw, uuid(id)), stream: STREAM, actor, commandId: uuid(id) };
    const again = meta.idempotency && draw.chance(50) ? [this.there(command, meta)] : [];
    for (const outcome of await Promise.all([this.here(command, meta), ...again])) {
      this.tally.outcome(outcome);
      this.log.push(['  ', name, id, '→', outcome.kind === 'refused' ? outcome.refusal : outcome.kind]);
    }
  }

  private someOptions(draw: Draw, key: string): Partial<CommandMeta> {
    return {
      ...(this.dispute.phase === 'absent' && { creates: true }),
      ...(draw.chance(8) && this.revision >= 0 && { expectedRevision: this.revision }),
      ...(draw.chance(5) && { occurredAt: daysBefore(this.clock.now(), draw.below(4)) }),
      ...(draw.chance(10) && { idempotency: { key, fingerprint: key } }),
    };
  }

  /** Every append, as soon as it is there. */
  private see(stored: readonly StoredEvent[]): void {
    const events = stored.map(decode);
    const { actor, occurredAt } = stored[0]!.metadata as unknown as EventMetadata;
    for (const event of events) {
      this.dispute = evolve(this.dispute, event);
      this.tally.event(event, this.dispute.phase);
      this.log.push(['     ', ++this.revision, event.type, event.data]);
    }
    const repeated = stored.filter(({ id }) => this.ids.size === this.ids.add(id).size);
    const broken = [
      ...this.monitor.see({ events, actor, occurredAt }),
      ...repeated.map(() => 'an event id is used once'),
    ];
    if (broken.length > 0) throw new Error(`不变量被破坏 broken: ${broken.join('; ')}`);
  }
}

/** Runs a schedule on the real command runner, and throws with all that happened when an append breaks a rule. */
export const run = (schedule: Schedule, tally: Tally): Promise<void> => {
  tally.schedules += 1;
  return new Trial(schedule.order, tally).run(schedule);
};

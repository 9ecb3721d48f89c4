import { setImmediate } from 'node:timers/promises';
import {
  ConsumptionEnded,
  createGate,
  DEAD_LETTER_HEADERS,
  defaultDeadLetterTopic,
  Lane,
  MessagingUnavailable,
  tell,
  type ConsumeOptions,
  type Consumption,
} from '@mediation/messaging/port';
import type { Group, GroupMember } from './group';
import { toReceived, type MemoryBroker, type MemoryRecord, type TopicPartition } from './memory-broker';

/** One partition in a member's hands. */
interface Holding {
  readonly place: TopicPartition;
  readonly leaving: AbortController;
  /** What it acknowledges no longer counts: the partition may be in other hands. */
  isRevoked: boolean;
  settled: Promise<void>;
}

/** Read at once, whatever the size of a batch. */
const FETCH = 1_000;
const CONCURRENT_PARTITIONS = 4;

const isSame = (a: TopicPartition, b: TopicPartition): boolean => a.topic === b.topic && a.partition === b.partition;

export class Member implements Consumption, GroupMember {
  readonly topics: readonly string[];
  readonly ended: Promise<void>;
  private readonly enter = createGate(CONCURRENT_PARTITIONS);
  private readonly closing = new AbortController();
  private holdings: Holding[] = [];
  /** Taken away, but the handler is still at it. */
  private readonly leavings = new Set<Holding>();
  private state: 'joining' | 'member' | 'ended' = 'joining';
  private leaving: Promise<void> | undefined;
  private resolveEnded: () => void = () => undefined;
  private rejectEnded: (error: Error) => void = () => undefined;

  constructor(
    private readonly broker: MemoryBroker,
    private readonly group: Group,
    private readonly options: ConsumeOptions,
  ) {
    this.topics = options.topics;
    this.ended = new Promise((resolve, reject) => {
      this.resolveEnded = resolve;
      this.rejectEnded = reject;
    });
    this.ended.catch(() => undefined); // Whoever only probes its health learns it from check().
    void this.join();
  }

  async check(): Promise<void> {
    if (this.state === 'ended') throw new ConsumptionEnded('the consumption has ended');
    if (this.state === 'joining') throw new MessagingUnavailable('not a member of its group yet');
  }

  async lag(): Promise<number> {
    await setImmediate();
    return this.group.lag(this.topics);
  }

  async close(): Promise<void> {
    await this.leave();
    this.resolveEnded();
  }

  assign(places: readonly TopicPartition[]): void {
    this.state = 'member';
    const kept = this.holdings.filter(({ place }) => places.some((other) => isSame(place, other)));
    for (const holding of this.holdings) if (!kept.includes(holding)) this.revoke(holding);
    const added = places.filter((place) => !kept.some((holding) => isSame(holding.place, place)));
    this.holdings = [...kept, ...added.map((place) => this.hold(place))];
    tell(this.options, { type: 'joined' });
  }

  private async join(): Promise<void> {
    const { signal } = this.closing;
    await setImmediate();
    while (!signal.aborted && !this.topics.every((topic) => this.broker.hasTopic(topic))) {
      await this.broker.changed(signal).catch(() => undefined);
    }
    if (!signal.aborted) this.group.join(this);
  }

  private revoke(holding: Holding): void {
    holding.isRevoked = true;
    holding.leaving.abort();
    this.leavings.add(holding);
    void holding.settled.then(() => this.leavings.delete(holding));
  }

  private hold(place: TopicPartition): Holding {
    const before = [...this.leavings].filter((holding) => isSame(holding.place, place));
    const holding: Holding = { place, leaving: new AbortController(), isRevoked: false, settled: Promise.resolve() };
    holding.settled = Promise.all(before.map(({ settled }) => settled)).then(() => this.follow(holding));
    return holding;
  }

  private async follow(holding: Holding): Promise<void> {
    const { signal } = holding.leaving;
    let position = this.group.committed(holding.place);
    while (!signal.aborted) {
      const records = this.broker.read(holding.place, position, position + FETCH);
      if (records.length === 0) {
        await this.broker.changed(signal).catch(() => undefined);
        continue;
      }
      const reason = await this.handle(holding, position, records);
      if (reason !== undefined) return this.end(reason);
      position += records.length;
    }
  }

  private async handle(holding: Holding, from: number, records: readonly MemoryRecord[]): Promise<string | undefined> {
    const { place, leaving } = holding;
    const messages = records.map((record, index) => toReceived(place, from + index, record));
    await setImmediate();
    const source = {
      enter: this.enter,
      signal: leaving.signal,
      acknowledge: async (count: number) => {
        await setImmediate();
        if (!holding.isRevoked) this.group.commit(place, from + count);
      },
      park: (index: number, reason: string) => this.park({ ...place, offset: from + index }, records[index]!, reason),
    };
    return new Lane(messages, source, this.options).run();
  }

  private async park(place: TopicPartition & { offset: number }, record: MemoryRecord, reason: string): Promise<void> {
    await setImmediate();
    const { topic, partition, offset } = place;
    const added = { reason, topic, partition: String(partition), offset: String(offset) };
    const names = Object.values<string>(DEAD_LETTER_HEADERS);
    const headers = [
      ...record.headers.filter(([name]) => !names.includes(name)),
      ...(['reason', 'topic', 'partition', 'offset'] as const).map(
        (field) => [DEAD_LETTER_HEADERS[field], Buffer.from(added[field])] as const,
      ),
    ];
    const deadLetterTopic = (this.options.deadLetterTopic ?? defaultDeadLetterTopic)(topic);
    this.broker.append(deadLetterTopic, [{ ...record, headers }]);
  }

  private end(reason: string): void {
    if (this.leaving !== undefined) return;
    void this.leave();
    this.rejectEnded(new ConsumptionEnded(reason));
  }

  private leave(): Promise<void> {
    this.leaving ??= this.finishAndLeave();
    return this.leaving;
  }

  private async finishAndLeave(): Promise<void> {
    this.state = 'ended';
    this.closing.abort();
    for (const { leaving } of this.holdings) leaving.abort();
    await Promise.all([...this.holdings, ...this.leavings].map(({ settled }) => settled));
    this.holdings = [];
    this.group.leave(this);
  }
}

import type { MemoryBroker, TopicPartition } from './memory-broker';

export interface GroupMember {
  readonly topics: readonly string[];
  /** From now on these and no others. */
  assign(partitions: readonly TopicPartition[]): void;
}

const keyOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;

/** Members that share the partitions of their topics, and the progress that outlives them. */
export class Group {
  private readonly progress = new Map<string, number>();
  private members: GroupMember[] = [];

  constructor(private readonly broker: MemoryBroker) {}

  join(member: GroupMember): void {
    this.members.push(member);
    this.rebalance();
  }

  leave(member: GroupMember): void {
    this.members = this.members.filter((other) => other !== member);
    this.rebalance();
  }

  committed(place: TopicPartition): number {
    return this.progress.get(keyOf(place)) ?? 0;
  }

  commit(place: TopicPartition, next: number): void {
    this.progress.set(keyOf(place), next);
  }

  lag(topics: readonly string[]): number {
    return topics
      .flatMap((topic) => this.broker.partitionsOf(topic))
      .reduce((lag, place) => lag + this.broker.end(place) - this.committed(place), 0);
  }

  /** Dealt out in turn, so that a newcomer takes partitions away from those who work on them. */
  private rebalance(): void {
    const topics = [...new Set(this.members.flatMap((member) => member.topics))];
    const hands = new Map<GroupMember, TopicPartition[]>(this.members.map((member) => [member, []]));
    for (const topic of topics) {
      const interested = this.members.filter((member) => member.topics.includes(topic));
      for (const place of this.broker.partitionsOf(topic)) {
        hands.get(interested[place.partition % interested.length]!)!.push(place);
      }
    }
    for (const [member, places] of hands) member.assign(places);
  }
}

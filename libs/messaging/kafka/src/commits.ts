import type { Offsets } from 'kafkajs';
import type { TopicPartition } from './records';

type Commit = (offsets: Offsets) => Promise<void>;

/** One commit under way at a time; what is told meanwhile goes together with the next, so that many partitions cost one request. */
export class Commits {
  private waiting: (TopicPartition & { readonly offset: string })[] = [];
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly commit: Commit) {}

  /** `offset` is that of the first message that is still to be handled. Rejects when the broker has not taken it. */
  tell(place: TopicPartition, offset: string): Promise<void> {
    this.waiting.push({ ...place, offset });
    this.next ??= this.current.then(() => this.send());
    return this.next;
  }

  private send(): Promise<void> {
    const told = this.waiting.splice(0);
    this.next = undefined;
    const topics = [...new Set(told.map(({ topic }) => topic))].map((topic) => ({
      topic,
      partitions: told.filter((each) => each.topic === topic).map(({ partition, offset }) => ({ partition, offset })),
    }));
    const sending = this.commit({ topics });
    this.current = sending.catch(() => undefined);
    return sending;
  }
}

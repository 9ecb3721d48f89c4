import type { Message, Producer } from '@mediation/messaging/port';

export interface Sent {
  readonly by: string;
  readonly message: Message;
}

/** Runs before a batch is taken; a throw is what `send` rejects with. */
export type Gate = (messages: readonly Message[], take: () => void) => Promise<void>;

/** A topic of one partition that remembers who sent what, and whose producers can be held up. */
export class RecordedTopic {
  readonly log: Sent[] = [];
  /** Sizes of the batches, in the order they were taken. */
  readonly batches: number[] = [];

  take(by: string, messages: readonly Message[]): void {
    this.batches.push(messages.length);
    this.log.push(...messages.map((message) => ({ by, message })));
  }

  producer(by: string, gate: Gate = async () => undefined): Producer {
    return {
      send: async (_topic, messages) => {
        await gate(messages, () => this.take(by, messages));
        this.take(by, messages);
      },
      close: async () => undefined,
    };
  }

  ids(): string[] {
    return this.log.map(({ message }) => idOf(message));
  }

  /** Each event once, where it came first. */
  firstIds(): string[] {
    return [...new Set(this.ids())];
  }
}

export const idOf = (message: Message): string => message.headers['ce_id']!;
export const revisionOf = (message: Message): number => Number(message.headers['ce_revision']);

/** A gate that can be told to wait, and that says when somebody does. */
export class Barrier {
  private opened: (() => void) | undefined;
  private passage: Promise<void> = Promise.resolve();
  waiting = 0;

  close(): void {
    this.passage = new Promise((resolve) => (this.opened = resolve));
  }

  open(): void {
    this.opened?.();
  }

  readonly gate = async (): Promise<void> => {
    this.waiting += 1;
    await this.passage;
    this.waiting -= 1;
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Message as KafkaRecord, Producer as KafkaJsProducer } from 'kafkajs';
import { MessageRejected, MessagingUnavailable, type Message, type Producer } from '@mediation/messaging/port';
import { openClient, RETRY } from './client';
import { describeFault, isRejection, isUnknownTopic } from './faults';
import type { KafkaOptions } from './kafka-options';
import { partitioner } from './partitioner';
import { piecesOf, toRecord } from './records';
import type { Sockets } from './sockets';
import { goodbye } from './within';

interface Connection {
  readonly producer: KafkaJsProducer;
  readonly sockets: Sockets;
  readonly ready: Promise<void>;
}

const ALL_IN_SYNC = -1;
const ACKNOWLEDGE_WITHIN_MS = 10_000;
const PATIENCE_MS = 10_000;
/** For a topic that is not there to turn up: metadata spreads within a second. */
const TOPIC_PATIENCE_MS = 2_000;
const WAIT_MS = { min: 100, max: 1_000 } as const;

/**
 * One request in flight at a time. Every retry is ours and sends the whole piece again over a new connection: kafkajs's own
 * remembers which broker has answered, and leaves out a partition that has moved to such a one in the meantime.
 */
export class KafkaProducer implements Producer {
  private connection: Connection | undefined;
  private sending: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly options: KafkaOptions,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  send(topic: string, messages: readonly Message[]): Promise<void> {
    return this.sendRecords(topic, messages.map(toRecord));
  }

  async sendRecords(topic: string, records: readonly KafkaRecord[]): Promise<void> {
    if (this.closing !== undefined) throw new MessagingUnavailable('the producer is closed');
    const sent = this.sending.then(async () => {
      for (const piece of piecesOf(records)) await this.sendPiece(topic, piece);
    });
    this.sending = sent.catch(() => undefined);
    await sent;
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    const isIdle = await goodbye(this.sending);
    const connection = this.connection;
    if (connection === undefined) return;
    if (isIdle) await goodbye(connection.producer.disconnect());
    connection.sockets.cut();
  }

  private async sendPiece(topic: string, messages: KafkaRecord[]): Promise<void> {
    const begun = performance.now();
    for (let wait: number = WAIT_MS.min; ; wait = Math.min(wait * 2, WAIT_MS.max)) {
      try {
        const { producer, ready } = this.connect();
        await ready;
        await producer.send({ topic, messages, acks: ALL_IN_SYNC, timeout: ACKNOWLEDGE_WITHIN_MS });
        return;
      } catch (error) {
        this.hangUp();
        this.giveUpOn(error, performance.now() - begun);
        await delay(wait);
        this.giveUpOn(error, performance.now() - begun); // It may have been closed meanwhile.
      }
    }
  }

  /** @throws where another try is of no use. */
  private giveUpOn(error: unknown, elapsed: number): void {
    const fault = describeFault(error);
    if (isRejection(error)) throw new MessageRejected(`the broker refuses it: ${fault}`);
    if (isUnknownTopic(error) && elapsed > TOPIC_PATIENCE_MS) throw new MessageRejected('there is no such topic');
    if (this.closing !== undefined || elapsed > this.patienceMs) {
      throw new MessagingUnavailable(`no broker acknowledged it: ${fault}`);
    }
  }

  private connect(): Connection {
    this.connection ??= this.open();
    return this.connection;
  }

  private open(): Connection {
    const { kafka, sockets } = openClient(this.options);
    const producer = kafka.producer({
      createPartitioner: partitioner,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, retries: 0 },
    });
    return { producer, sockets, ready: producer.connect() };
  }

  private hangUp(): void {
    this.connection?.sockets.cut();
    this.connection = undefined;
  }
}

import type { Admin } from 'kafkajs';
import { MessagingUnavailable } from '@mediation/messaging/port';
import { openClient, RETRY } from './client';
import { describeFault } from './faults';
import type { KafkaOptions } from './kafka-options';
import type { Sockets } from './sockets';
import { goodbye, within } from './within';

interface Connection {
  readonly admin: Admin;
  readonly sockets: Sockets;
}

const ANSWER_MS = 5_000;

/** Asks the cluster about itself. After a question that was not answered, the next one comes over a new connection. */
export class Observer {
  private connection: Connection | undefined;
  private isClosed = false;

  constructor(private readonly options: KafkaOptions) {}

  /** @throws MessagingUnavailable */
  async check(): Promise<void> {
    await this.ask((admin) => admin.describeCluster());
  }

  /** @throws MessagingUnavailable */
  lag(groupId: string, topics: readonly string[]): Promise<number> {
    return this.ask(async (admin) => {
      const progress = await admin.fetchOffsets({ groupId, topics: [...topics] });
      const lags = progress.map(async ({ topic, partitions }) => {
        const ends = await admin.fetchTopicOffsets(topic);
        return ends.reduce((lag, { partition, high, low }) => {
          const committed = BigInt(partitions.find((each) => each.partition === partition)?.offset ?? -1);
          const next = committed < BigInt(low) ? BigInt(low) : committed;
          return lag + Number(BigInt(high) - next);
        }, 0);
      });
      return (await Promise.all(lags)).reduce((sum, lag) => sum + lag, 0);
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const connection = this.connection;
    this.connection = undefined;
    if (connection === undefined) return;
    await goodbye(connection.admin.disconnect());
    connection.sockets.cut();
  }

  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    if (this.isClosed) throw new MessagingUnavailable('the client is closed');
    const connection = this.connect();
    try {
      return await within(
        ANSWER_MS,
        connection.admin.connect().then(() => question(connection.admin)),
      );
    } catch (error) {
      this.hangUp(connection);
      throw new MessagingUnavailable(`no broker answers: ${describeFault(error)}`);
    }
  }

  private connect(): Connection {
    if (this.connection !== undefined) return this.connection;
    const { kafka, sockets } = openClient(this.options);
    this.connection = { admin: kafka.admin({ retry: { ...RETRY, retries: 1 } }), sockets };
    return this.connection;
  }

  private hangUp(connection: Connection): void {
    connection.sockets.cut();
    if (this.connection === connection) this.connection = undefined;
  }
}

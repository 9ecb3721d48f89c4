import { setImmediate } from 'node:timers/promises';
import {
  MessagingUnavailable,
  type ConsumeOptions,
  type Consumption,
  type Message,
  type Messaging,
  type Producer,
} from '@mediation/messaging/port';
import { Member } from './member';
import type { MemoryBroker, MemoryRecord } from './memory-broker';

const toRecord = ({ key, headers, body }: Message): MemoryRecord => ({
  key: Buffer.from(key),
  value: Buffer.from(body),
  headers: Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)]),
});

class InMemoryProducer implements Producer {
  private sending: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly broker: MemoryBroker) {}

  async send(topic: string, messages: readonly Message[]): Promise<void> {
    if (this.closed) throw new MessagingUnavailable('the producer is closed');
    const records = messages.map(toRecord);
    const sent = this.sending.then(async () => {
      await setImmediate();
      this.broker.append(topic, records);
    });
    this.sending = sent.catch(() => undefined);
    await sent;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
  }
}

class InMemoryMessaging implements Messaging {
  private readonly consumptions: Consumption[] = [];
  private readonly producers: Producer[] = [];
  private closed = false;

  constructor(private readonly broker: MemoryBroker) {}

  producer(): Producer {
    this.requireOpen();
    const producer = new InMemoryProducer(this.broker);
    this.producers.push(producer);
    return producer;
  }

  consume(options: ConsumeOptions): Consumption {
    this.requireOpen();
    const member = new Member(this.broker, this.broker.group(options.group), options);
    this.consumptions.push(member);
    return member;
  }

  async check(): Promise<void> {
    this.requireOpen();
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.consumptions.map((consumption) => consumption.close()));
    await Promise.all(this.producers.map((producer) => producer.close()));
  }

  private requireOpen(): void {
    if (this.closed) throw new MessagingUnavailable('the client is closed');
  }
}

/** One more client of a broker that others use too. Topics are made on the broker: an unknown one is refused, as by a real one. */
export const inMemoryMessaging = (broker: MemoryBroker): Messaging => new InMemoryMessaging(broker);

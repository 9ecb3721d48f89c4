import {
  MessagingUnavailable,
  type ConsumeOptions,
  type Consumption,
  type Messaging,
  type Producer,
} from '@mediation/messaging/port';
import { KafkaConsumption } from './kafka-consumption';
import type { KafkaOptions } from './kafka-options';
import { KafkaProducer } from './kafka-producer';
import { Observer } from './observer';

class KafkaMessaging implements Messaging {
  private readonly observer: Observer;
  private readonly consumptions: Consumption[] = [];
  private readonly producers: Producer[] = [];
  private closed: Promise<void> | undefined;

  constructor(private readonly options: KafkaOptions) {
    this.observer = new Observer(options);
  }

  producer(): Producer {
    this.requireOpen();
    const producer = new KafkaProducer(this.options);
    this.producers.push(producer);
    return producer;
  }

  consume(options: ConsumeOptions): Consumption {
    this.requireOpen();
    const consumption = new KafkaConsumption(this.options, options, this.observer);
    this.consumptions.push(consumption);
    return consumption;
  }

  check(): Promise<void> {
    return this.observer.check();
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    await Promise.all(this.consumptions.map((consumption) => consumption.close()));
    await Promise.all([this.observer.close(), ...this.producers.map((producer) => producer.close())]);
  }

  private requireOpen(): void {
    if (this.closed !== undefined) throw new MessagingUnavailable('the client is closed');
  }
}

/**
 * Messaging over a Kafka cluster. Nothing connects before it is used, and a cluster that is away is waited for. Topics are
 * never made by it. A producer takes messages up to the broker's limit; many at once go in requests of less than a megabyte.
 */
export const kafkaMessaging = (options: KafkaOptions): Messaging => new KafkaMessaging(options);

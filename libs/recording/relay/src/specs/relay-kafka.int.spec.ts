import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import type { StoredEvent } from '@mediation/event-store/port';
import { kafkaMessaging } from '@mediation/messaging/kafka';
import type { Messaging } from '@mediation/messaging/port';
import { fromLifecycleMessage, LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import {
  createTopic,
  describeWithKafka,
  describeWithPostgres,
  eventually,
  notYet,
  startTestKafka,
  type TestKafka,
} from '@mediation/testing';
import { RecordedTopic } from './recorded-topic.fixture';
import { RelayBench } from './relay-bench.fixture';
import { RelayProcess } from './relay-process.fixture';

const TTL_MS = 1_000;
const PARTITIONS = 3;
const WRITERS = 8;
const ROUNDS = 5;
const EVENTS_EACH_ROUND = 1_000;
const PATIENT = { timeoutMs: 60_000 };

/** All that came, by partition. */
class Received {
  private readonly events = Array.from({ length: PARTITIONS }, (): StoredEvent[] => []);
  count = 0;

  take(partition: number, event: StoredEvent): void {
    this.events[partition]!.push(event);
    this.count += 1;
  }

  /** Each event once, where it came first. */
  firsts(): StoredEvent[][] {
    return this.events.map((events) =>
      [...new Map(events.toReversed().map((each) => [each.id, each])).values()].reverse(),
    );
  }
}

describeWithPostgres('a relay to Kafka', () => {
  describeWithKafka('that is real', () => {
    let kafka: TestKafka;
    let bench: RelayBench;
    let messaging: Messaging;
    let received: Received;

    beforeAll(async () => {
      // Of its own: the topic's name is fixed, and the broker is killed.
      kafka = await startTestKafka();
      await createTopic(kafka.brokers, LIFECYCLE_TOPIC, PARTITIONS);
      bench = await RelayBench.start();
      messaging = kafkaMessaging({ brokers: [kafka.brokers], clientId: 'spec' });
      received = new Received();
      messaging.consume({
        group: 'spec',
        topics: [LIFECYCLE_TOPIC],
        handle: async (batch) => {
          for (const message of batch) {
            const read = fromLifecycleMessage(message);
            if (typeof read === 'string') throw new Error(read);
            received.take(message.partition, read.event);
          }
          return { count: batch.length };
        },
      });
    }, 120_000);

    afterAll(async () => {
      await messaging.close();
      await bench.end();
      await kafka.stop();
    }, 60_000);

    /** Every event of the journal is in the topic; each partition has its own in the journal's order. */
    const isWhole = async (): Promise<void> => {
      const written = await bench.written();
      const firsts = await eventually(
        'the whole journal in the topic',
        () => {
          const seen = received.firsts();
          return seen.flat().length >= written.length ? seen : notYet(`${seen.flat().length} of ${written.length}`);
        },
        PATIENT,
      );
      for (const events of firsts) {
        const streams = new Set(events.map(({ stream }) => stream));
        expect(events).toEqual(written.filter(({ stream }) => streams.has(stream)));
      }
      expect(firsts.flat().length).toBe(written.length);
    };

    const appendByMany = async (events: number): Promise<void> => {
      const streams = Array.from({ length: 40 }, newStream);
      const write = async (): Promise<void> => {
        for (let n = 0; n < events / WRITERS; n += 1) {
          await bench.journal.append(streams[randomInt(streams.length)]!, someEvents(1), 'any');
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, write));
    };

    it('loses nothing and keeps the order, whenever the leader is killed', async () => {
      const options = { databaseUrl: bench.database.appUrl, ttlMs: TTL_MS, brokers: kafka.brokers };
      const start = (name: string) => new RelayProcess(new RecordedTopic(), name, options);
      const processes = [start('relay-a'), start('relay-b')];
      try {
        for (let round = 0; round < ROUNDS; round += 1) {
          const leader = await Promise.any(processes.map((each) => each.leads().then(() => each)));
          const killed = delay(randomInt(300)).then(() => leader.kill());
          await Promise.all([appendByMany(EVENTS_EACH_ROUND), killed]);
          processes.splice(processes.indexOf(leader), 1, start(`relay-${round}`));
        }
        await isWhole();
      } finally {
        await Promise.all(processes.map((each) => each.close()));
      }
      const written = (await bench.written()).length;
      expect(written).toBe(ROUNDS * EVENTS_EACH_ROUND);
      expect(Number((await bench.lease())?.term)).toBeGreaterThan(ROUNDS);
    }, 180_000);

    it('falls behind while Kafka is away, holds nobody up, and catches up when it is back', async () => {
      const { relay } = bench.open({ producer: messaging.producer() });
      await eventually('it to lead', () => relay.status().leading || notYet('standing by'), PATIENT);
      await eventually('nothing to wait', () => relay.status().lagEvents === 0 || notYet(relay.status()), PATIENT);
      await kafka.kill();
      await bench.append(20, 25);
      await eventually('500 to wait', () => relay.status().lagEvents === 500 || notYet(relay.status()));
      await bench.append(20, 25);
      await eventually('1,000 to wait', () => relay.status().lagEvents === 1_000 || notYet(relay.status()));
      expect(relay.status().lagSeconds).toBeGreaterThan(0);
      await kafka.restart();
      await isWhole();
      await eventually('nothing to wait', () => relay.status().lagEvents === 0 || notYet(relay.status()), PATIENT);
      await relay.check();
    }, 180_000);
  });
});

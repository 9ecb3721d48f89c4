import { seededRandom } from '@mediation/event-store/contract-tests';
import { kafkaMessaging } from '@mediation/messaging/kafka';
import type { Consumption, Messaging } from '@mediation/messaging/port';
import { createTopic, eventually, notYet, startTestKafka } from '@mediation/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { keepFigures, scaled } from './figures';

const STORM_MS = scaled(180_000);
const STABLE_WITHIN_MS = 30_000;
const KEYS = 50;
const PARTITIONS = 12;
const MOST_MEMBERS = 6;
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);

describe(`consumers join and leave for ${STORM_MS / 60_000} minutes, seed ${SEED}`, () => {
  let kafka: Awaited<ReturnType<typeof startTestKafka>>;
  beforeAll(async () => {
    kafka = await startTestKafka();
  }, 120_000);
  afterAll(() => kafka.stop(), 60_000);

  it('loses nothing, keeps the order of each key, and the group is stable soon after', async () => {
    const random = seededRandom(SEED);
    const topic = 'rebalance-storm';
    await createTopic(kafka.brokers, topic, PARTITIONS);
    const firsts = new Map<string, number[]>();
    const seen = new Set<string>();
    let deliveries = 0;
    const members: { messaging: Messaging; consumption: Consumption }[] = [];
    const join = () => {
      const messaging = kafkaMessaging({ brokers: [kafka.brokers], clientId: 'storm', sessionTimeoutMs: 6_000 });
      const consumption = messaging.consume({
        group: 'storm',
        topics: [topic],
        handle: async (batch) => {
          // Work in flight, for a rebalance to fall into.
          await delay(random() * 30);
          for (const { key = '', body } of batch) {
            deliveries += 1;
            const number = Number(new TextDecoder().decode(body));
            if (seen.has(`${key}/${number}`)) continue;
            seen.add(`${key}/${number}`);
            firsts.set(key, [...(firsts.get(key) ?? []), number]);
          }
          return { count: batch.length };
        },
      });
      members.push({ messaging, consumption });
    };
    const leave = async () => {
      const [member] = members.splice(Math.floor(random() * members.length), 1);
      await member?.messaging.close();
    };

    const source = kafkaMessaging({ brokers: [kafka.brokers], clientId: 'storm-source' });
    const producer = source.producer();
    const until = performance.now() + STORM_MS;
    let sent = 0;
    const produce = async () => {
      while (performance.now() < until) {
        const number = sent / KEYS;
        const batch = Array.from({ length: KEYS }, (_, key) => ({ key: `k${key}`, headers: {}, body: String(number) }));
        await producer.send(topic, batch);
        sent += KEYS;
        await delay(20);
      }
    };
    let changes = 0;
    const storm = async () => {
      join();
      while (performance.now() < until) {
        await delay(500 + random() * 2_000);
        if (members.length < 2 || (members.length < MOST_MEMBERS && random() < 0.5)) join();
        else await leave();
        changes += 1;
      }
    };
    await Promise.all([produce(), storm()]);
    const calmAt = performance.now();
    await eventually(
      'every member to be in the group and nothing to be left',
      async () => {
        for (const { consumption } of members) await consumption.check();
        const lag = await members[0]!.consumption.lag();
        return lag === 0 ? true : notYet({ lag });
      },
      { timeoutMs: STABLE_WITHIN_MS, intervalMs: 200 },
    );
    const stableAfter = (performance.now() - calmAt) / 1_000;
    for (const { messaging } of members) await messaging.close();
    await source.close();

    const expected = Array.from({ length: sent / KEYS }, (_, number) => number);
    for (let key = 0; key < KEYS; key += 1) expect(firsts.get(`k${key}`)).toEqual(expected);
    keepFigures('Rebalance storm', {
      seed: SEED,
      'members that joined or left': changes,
      'messages sent': sent,
      'messages handled': seen.size,
      'delivered more than once': deliveries - seen.size,
      'stable after, seconds': stableAfter.toFixed(1),
    });
  }, 600_000);
});

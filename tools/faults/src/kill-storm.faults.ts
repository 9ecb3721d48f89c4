import { seededRandom } from '@mediation/event-store/contract-tests';
import { setTimeout as delay } from 'node:timers/promises';
import { DeskLoad } from './desk-load';
import { startFaultyNetwork, type FaultyNetwork } from './faulty-network';
import { keepFigures, scaled } from './figures';
import { Load } from './load';
import { lagBackToZero, query, sameHistory, viewsAreRight } from './same-history';

const ROUNDS = scaled(100);
const EVENTS = scaled(100_000);
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);

const TARGETS = ['village', 'township', 'district', 'recorder', 'center', 'broker'] as const;

/** The three services hold the relay: whichever leads may be the one that is hit. */
const strike = async (network: FaultyNetwork, target: (typeof TARGETS)[number]): Promise<void> => {
  if (target !== 'broker') return network.kill(target);
  await network.kafka.kill();
  await network.kafka.restart();
};

const eventsIn = async (network: FaultyNetwork): Promise<number> =>
  (
    await query<{ n: number }>(network.databases.mediation.serviceUrl, 'SELECT count(*)::int AS n FROM journal.events')
  )[0]!.n;

describe(`${ROUNDS} rounds of kill -9 under load, seed ${SEED}`, () => {
  let network: FaultyNetwork;
  beforeAll(async () => {
    network = await startFaultyNetwork();
  }, 180_000);
  afterAll(() => network.close(), 60_000);

  it('loses nothing, doubles nothing and keeps the order', async () => {
    const random = seededRandom(SEED);
    const killed: Record<string, number> = {};
    const load = new Load({ url: network.urlOf('village'), token: await network.token(), workers: 8 }).start();
    const desks = new DeskLoad(network.databases.mediation.serviceUrl, { workers: 16, pauseMs: 20 }).start();
    const startedAt = performance.now();
    for (let round = 1; round <= ROUNDS || (await eventsIn(network)) < EVENTS; round += 1) {
      await delay(300 + random() * 2_000);
      const target = TARGETS[Math.floor(random() * TARGETS.length)]!;
      await strike(network, target);
      killed[target] = (killed[target] ?? 0) + 1;
      if (round % 10 === 0) console.log(`${round}/${ROUNDS}: ${await eventsIn(network)} events`);
    }
    const [tally, decided] = await Promise.all([load.end(), desks.end()]);
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(tally.unexpected).toEqual([]);
    const caughtUpIn = await lagBackToZero(network);

    const { journal, store } = await sameHistory(network);
    expect(journal.events).toBe(tally.acknowledged.size + decided);
    expect(journal.events).toBeGreaterThanOrEqual(EVENTS);
    expect(await viewsAreRight(network)).toBe(true);
    keepFigures('kill -9', {
      seed: SEED,
      rounds: Object.entries(killed)
        .map(([name, n]) => `${name} ${n}`)
        .join(', '),
      'events in the journal': journal.events,
      'events in the event store': store.events,
      streams: journal.streams,
      'load, seconds': seconds.toFixed(0),
      'lag back to zero after, seconds': caughtUpIn.toFixed(1),
      'requests sent again': tally.dropped + tally.refusedConnections + tally.unavailable,
      'digest of both': journal.digest,
    });
  }, 3_600_000);
});

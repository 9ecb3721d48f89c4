import { seededRandom } from '@mediation/event-store/contract-tests';
import { setTimeout as delay } from 'node:timers/promises';
import { startFaultyNetwork, type FaultyNetwork } from './faulty-network';
import { keepFigures, scaled } from './figures';
import { Load, type Tally } from './load';
import { lagBackToZero, query, sameHistory, viewsAreRight } from './same-history';

const ROUNDS = scaled(50);
const WRITERS = 16;
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
const SERVICES = ['village', 'township', 'district', 'recorder', 'center'] as const;

/** Acknowledged registrations whose dispute is not in the journal, and acknowledged revisions that its stream has not reached. */
const lost = async (url: string, { acknowledged }: Tally): Promise<readonly string[]> => {
  const rows = await query<{ stream: string; last: number }>(
    url,
    'SELECT stream, max(revision) AS last FROM journal.events GROUP BY stream',
  );
  const last = new Map(rows.map((row) => [row.stream, row.last]));
  return [...acknowledged]
    .filter(([, { id, revision }]) => (last.get(`dispute-${id}`) ?? -1) < revision)
    .map(([key]) => key);
};

describe(`${ROUNDS} rounds of kill -9 of PostgreSQL under ${WRITERS} writers, seed ${SEED}`, () => {
  let network: FaultyNetwork;
  beforeAll(async () => {
    network = await startFaultyNetwork();
  }, 180_000);
  afterAll(() => network.close(), 60_000);

  it('loses nothing that was acknowledged, doubles nothing, and the services reconnect by themselves', async () => {
    const random = seededRandom(SEED);
    const pids = SERVICES.map(network.pidOf);
    const token = await network.token();
    const load = new Load({ url: network.urlOf('village'), token, workers: WRITERS }).start();
    for (let round = 1; round <= ROUNDS; round += 1) {
      await delay(500 + random() * 1_500);
      await network.killPostgres();
      if (round % 10 === 0) console.log(`${round}/${ROUNDS}: ${load.tally.acknowledged.size} commands acknowledged`);
    }
    const tally = await load.end();
    const caughtUpIn = await lagBackToZero(network);
    expect(SERVICES.map(network.pidOf)).toEqual(pids);
    expect(tally.unexpected).toEqual([]);
    expect(await lost(network.databases.mediation.serviceUrl, tally)).toEqual([]);
    const { journal } = await sameHistory(network);
    // One event a command, one stream a registration: one more of either would be one that was done twice.
    expect([journal.events, journal.streams]).toEqual([tally.acknowledged.size, tally.disputes]);
    expect(await viewsAreRight(network)).toBe(true);
    keepFigures('PostgreSQL: kill -9', {
      seed: SEED,
      rounds: ROUNDS,
      writers: WRITERS,
      'commands acknowledged': tally.acknowledged.size,
      lost: 0,
      doubled: 0,
      'requests sent again': tally.dropped + tally.refusedConnections + tally.unavailable,
      'services that had to be restarted': 0,
      'lag back to zero after, seconds': caughtUpIn.toFixed(1),
    });
  }, 1_800_000);
});

import { setTimeout as delay } from 'node:timers/promises';
import { startFaultyNetwork, type FaultyNetwork } from './faulty-network';
import { keepFigures, scaled } from './figures';
import { Load } from './load';
import { lagBackToZero, sameHistory, viewsAreRight } from './same-history';

const BEFORE_MS = scaled(20_000);
const AWAY_MS = scaled(60_000);
const PER_SECOND = 150;

describe('Kafka away for a minute', () => {
  let network: FaultyNetwork;
  beforeAll(async () => {
    network = await startFaultyNetwork();
  }, 180_000);
  afterAll(() => network.close(), 60_000);

  it('hinders no registration, and everything flows in order when it is back', async () => {
    const token = await network.token();
    const load = new Load({ url: network.urlOf('village'), token, workers: 16, perSecond: PER_SECOND }).start();
    const perSecond = async (ms: number): Promise<number> => {
      const before = load.tally.acknowledged.size;
      await delay(ms);
      return ((load.tally.acknowledged.size - before) * 1_000) / ms;
    };
    await perSecond(2_000);
    const before = await perSecond(BEFORE_MS);
    await network.kafka.kill();
    const away = await perSecond(AWAY_MS);
    const relay = ((await network.ready('village')) as { relay: { lagEvents: number } }).relay;
    await network.kafka.restart();
    const tally = await load.end();
    expect(tally.unexpected).toEqual([]);
    expect([tally.dropped, tally.unavailable]).toEqual([0, 0]);
    expect(relay.lagEvents).toBeGreaterThan((AWAY_MS / 1_000) * PER_SECOND * 0.5);
    const caughtUpIn = await lagBackToZero(network);
    const { journal } = await sameHistory(network);
    expect(journal.events).toBe(tally.acknowledged.size);
    expect(await viewsAreRight(network)).toBe(true);
    // The clients keep a pace that the service can hold: a service that Kafka holds up could not.
    expect(away / before).toBeGreaterThan(0.95);
    keepFigures('Kafka away for a minute', {
      'commands per second before': before.toFixed(0),
      'commands per second while away': away.toFixed(0),
      'requests refused or unanswered': 0,
      'events behind when it came back': relay.lagEvents,
      'lag back to zero after, seconds': caughtUpIn.toFixed(1),
      events: journal.events,
    });
  }, 600_000);
});

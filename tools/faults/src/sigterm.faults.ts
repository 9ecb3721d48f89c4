import { eventually } from '@mediation/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { startFaultyNetwork, type FaultyNetwork } from './faulty-network';
import { keepFigures, scaled } from './figures';
import { Load } from './load';
import { lagBackToZero, sameHistory } from './same-history';

const ROUNDS = scaled(50);
const EXIT_WITHIN_MS = 10_000;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe(`SIGTERM under load, ${ROUNDS} rounds`, () => {
  let network: FaultyNetwork;
  beforeAll(async () => {
    network = await startFaultyNetwork();
  }, 180_000);
  afterAll(() => network.close(), 60_000);

  it('drops no request, ends within ten seconds and leaves no process', async () => {
    const token = await network.token();
    const load = new Load({ url: network.urlOf('village'), token, workers: 16 }).start();
    const exits: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await network.allReady();
      await delay(300);
      const pid = network.pidOf('village')!;
      const startedAt = performance.now();
      network.kill('village', 'SIGTERM');
      await eventually('the process to have ended', () => (isAlive(pid) ? undefined : true), {
        timeoutMs: EXIT_WITHIN_MS,
      });
      exits.push(performance.now() - startedAt);
      if (round % 10 === 0) console.log(`${round}/${ROUNDS}: ${load.tally.dropped} dropped`);
    }
    await network.allReady();
    const tally = await load.end();
    expect(tally.unexpected).toEqual([]);
    expect([tally.dropped, tally.unavailable]).toEqual([0, 0]);
    await lagBackToZero(network);
    const { journal } = await sameHistory(network);
    expect(journal.events).toBe(tally.acknowledged.size);
    keepFigures('SIGTERM under load', {
      rounds: ROUNDS,
      'commands acknowledged': tally.acknowledged.size,
      'requests dropped': tally.dropped,
      'answers of 5xx': tally.unavailable,
      'longest exit, milliseconds': Math.max(...exits).toFixed(0),
    });
  }, 900_000);
});

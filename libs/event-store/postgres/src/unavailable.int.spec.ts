import { createServer, type AddressInfo, type Server } from 'node:net';
import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import { StoreUnavailable, type Journal } from '@mediation/event-store/port';
import { eventually, notYet } from '@mediation/testing';
import { postgresJournal } from './postgres-journal';

describe('a server that hangs up on everybody', () => {
  let server: Server;
  let url: string;
  let journal: Journal;
  let calls = 0;

  beforeEach(async () => {
    calls = 0;
    server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    url = `postgres://nobody@127.0.0.1:${port}/none`;
    journal = postgresJournal({ connectionString: url });
  });

  afterEach(async () => {
    await journal.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is unavailable to every call, which may be made again', async () => {
    const attempts = [
      () => journal.append(newStream(), someEvents(1), 'none'),
      () => journal.readStream('x'),
      () => journal.readAll({ limit: 1 }),
      () => journal.head(),
      () => journal.receipt('x'),
    ];
    for (const attempt of [...attempts, ...attempts]) await expect(attempt()).rejects.toBeInstanceOf(StoreUnavailable);
    expect(calls).toBe(10);
  });

  it.each([
    ['read', { min: 1, max: 2 }, 20],
    // The wait for the next look is longer than the test, so that the further calls are the listener's.
    ['listen', { min: 600_000, max: 600_000 }, 4],
  ])('is tried again to %s, and a subscription reports nothing meanwhile', async (_, pollMs, tries) => {
    const errors: Error[] = [];
    const patient = postgresJournal({ connectionString: url, pollMs });
    patient.subscribe({}, { onBatch: async () => undefined, onError: (error) => void errors.push(error) });
    await eventually('several tries', () => calls >= tries || notYet(calls));
    await patient.close();
    expect(errors).toEqual([]);
  });

  it('is left by close() even while it is being called', async () => {
    const outcome = journal.append(newStream(), someEvents(1), 'none').catch((error: unknown) => error);
    journal.subscribe({}, { onBatch: async () => undefined, onError: () => undefined });
    await journal.close();
    expect(await outcome).toBeInstanceOf(StoreUnavailable);
  });
});

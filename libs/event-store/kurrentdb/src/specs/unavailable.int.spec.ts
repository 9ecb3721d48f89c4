import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import { StoreClosed, StoreUnavailable, type EventStore } from '@mediation/event-store/port';
import { eventually, notYet } from '@mediation/testing';
import { kurrentEventStore } from '../kurrent-event-store';

const attempts = (store: EventStore) => [
  () => store.append(newStream(), someEvents(1), 'none'),
  () => store.append(newStream(), someEvents(1), 'any'),
  () => store.readStream('x'),
  () => store.readAll({ limit: 1 }),
  () => store.head(),
];

describe.each([
  ['hangs up on everybody', (socket: Socket) => void socket.destroy()],
  ['never says a word', () => undefined],
])('a server that %s', (_, treat) => {
  let server: Server;
  let store: EventStore;
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      treat(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const connectionString = `kurrentdb://127.0.0.1:${port}?tls=false`;
    store = kurrentEventStore({ connectionString, deadlineMs: 300, pollMs: { min: 1, max: 20 } });
  });

  afterEach(async () => {
    await store.close();
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  it('is unavailable to every call, which may be made again', async () => {
    const calls = attempts(store);
    for (const attempt of [...calls, ...calls]) await expect(attempt()).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('is tried again, and a subscription reports nothing meanwhile', async () => {
    const errors: Error[] = [];
    store.subscribe({}, { onBatch: async () => undefined, onError: (error) => void errors.push(error) });
    const before = sockets.size;
    await eventually('several tries', () => sockets.size >= before + 3 || notYet(sockets.size));
    await store.close();
    expect(errors).toEqual([]);
  });

  it('is left by close() even while it is being called', async () => {
    const outcome = store.append(newStream(), someEvents(1), 'none').catch((error: unknown) => error);
    store.subscribe({}, { onBatch: async () => undefined, onError: () => undefined });
    await store.close();
    expect(await outcome).toBeInstanceOf(StoreUnavailable);
    for (const attempt of attempts(store)) await expect(attempt()).rejects.toBeInstanceOf(StoreClosed);
  });
});

describe('a server that never says a word', () => {
  it('does not keep the store from closing in time, however long a call may take', async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined))).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const connectionString = `kurrentdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`;
    const store = kurrentEventStore({ connectionString, deadlineMs: 3_600_000 });
    const outcomes = Promise.allSettled(attempts(store).map((attempt) => attempt()));
    store.subscribe({}, { onBatch: async () => undefined, onError: () => undefined });
    await store.close();
    const faults = (await outcomes).map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as unknown) : outcome,
    );
    expect(faults.map((fault) => fault instanceof StoreUnavailable)).toEqual(new Array(5).fill(true));
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a connection string that only the client can find wrong', () => {
  it('is told by every call, without being shown', async () => {
    const store = kurrentEventStore({ connectionString: 'kurrentdb://u:secret@h?tlsCAFile=/no/such/file' });
    for (const attempt of attempts(store))
      await expect(attempt()).rejects.toThrow(/^KurrentDB 客户端不接受连接串[^h]*·/);
    await store.close();
  });
});

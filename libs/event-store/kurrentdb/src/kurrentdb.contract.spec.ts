import { randomBytes } from 'node:crypto';
import { eventStoreContract, newStream, someEvents, type Subject } from '@mediation/event-store/contract-tests';
import { eventually } from '@mediation/testing';
import { kurrentEventStore } from './kurrent-event-store';
import { sharingCases } from './specs/sharing-cases';
import { findKurrent, type KurrentServer } from './specs/kurrent-server';

// The server may have to be fetched first.
jest.setTimeout(300_000);

const kurrent = findKurrent();

/** A name of its own among all that the server holds: to the cases, the store is empty at first. */
const aPrefix = (): string => `contract-${randomBytes(6).toString('hex')}.`;

/** A node that has just been started answers before it takes anything. */
const untilReady = async (connectionString: string): Promise<void> => {
  const store = kurrentEventStore({ connectionString, streamPrefix: aPrefix() });
  const append = () => store.append(newStream(), someEvents(1), 'none');
  await eventually('the server takes an append', append, { timeoutMs: 60_000, intervalMs: 500 });
  await store.close();
};

const startServer = async (): Promise<KurrentServer> => {
  if (kurrent === undefined) throw new Error('skipped without a server');
  const server = await kurrent.start();
  await untilReady(server.connectionString);
  return server;
};

const makeSubject = async (): Promise<Subject> => {
  const server = await startServer();
  const options = { connectionString: server.connectionString, streamPrefix: aPrefix() };
  return {
    open: () => kurrentEventStore(options),
    disconnect: async () => server.way?.cut(),
    end: () => server.stop(),
  };
};

(kurrent === undefined ? describe.skip : describe)('KurrentDB', () => {
  // MaxAppendSize of the server, unless it was set otherwise; names and envelopes count too.
  const maxAppendBytes = 1_000_000;
  const capabilities = { receipts: false, disconnect: kurrent?.canCut ?? true, maxAppendBytes };
  eventStoreContract('KurrentDB', makeSubject, capabilities);
  describe('KurrentDB: on a server with others', () =>
    sharingCases({ start: startServer, aPrefix, canCut: capabilities.disconnect }));
});

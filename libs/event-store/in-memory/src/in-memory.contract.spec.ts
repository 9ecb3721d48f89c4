import { eventStoreContract } from '@mediation/event-store/contract-tests';
import { inMemoryJournal, Memory } from './in-memory-journal';

const makeSubject = async () => {
  const memory = new Memory();
  return { open: () => inMemoryJournal(memory), disconnect: async () => undefined, end: async () => undefined };
};

eventStoreContract('in memory', makeSubject, { receipts: true, disconnect: false });

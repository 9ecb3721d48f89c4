import { openEventStore } from '@mediation/event-store/open';
import type { EventStore } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import { openQuarantine, type Quarantine, type QuarantinedMessage } from '@mediation/recording/recorder';
import { compared, listed, settled, shown, unknown, type Answer } from './answers';
import { compareSights, eventOf, type Sight } from './compare';
import type { Places } from './places';
import type { Request } from './request';

const NAME = 'quarantine';

const sightIn = async (store: EventStore, { stream, revision }: QuarantinedMessage): Promise<Sight> => {
  const [event] = await store.readStream(stream, revision);
  return event;
};

const sightInJournal = async (journalUrl: string | undefined, row: QuarantinedMessage): Promise<Sight | null> => {
  if (journalUrl === undefined) return null;
  const journal = postgresJournal({ connectionString: journalUrl, applicationName: NAME });
  try {
    return await sightIn(journal, row);
  } finally {
    await journal.close();
  }
};

interface Tools {
  readonly quarantine: Quarantine;
  readonly store: EventStore;
  readonly journalUrl: string | undefined;
}

const compare = async (row: QuarantinedMessage, reveal: boolean, { store, journalUrl }: Tools): Promise<Answer> => {
  const [inStore, inJournal] = await Promise.all([sightIn(store, row), sightInJournal(journalUrl, row)]);
  const sights = { store: inStore, quarantined: eventOf(row), journal: inJournal };
  return compared(row, compareSights(sights, reveal), inJournal !== null);
};

const answer = async (request: Request, tools: Tools): Promise<Answer> => {
  const { quarantine } = tools;
  switch (request.verb) {
    case 'list':
      return listed(await quarantine.list(request.all), Date.now());
    case 'show':
    case 'compare': {
      const row = await quarantine.find(request.id);
      if (row === undefined) return unknown(request.id);
      return request.verb === 'show' ? shown(row, request.reveal) : compare(row, request.reveal, tools);
    }
    case 'resolve':
      return settled(request.id, await quarantine[request.decision](request.id, request));
  }
};

export const run = async (request: Request, { databaseUrl, eventStoreUrl, journalUrl }: Places): Promise<Answer> => {
  const store = openEventStore(eventStoreUrl, { applicationName: NAME });
  const quarantine = openQuarantine({ store, databaseUrl });
  try {
    return await answer(request, { quarantine, store, journalUrl });
  } finally {
    await quarantine.close();
    await store.close();
  }
};

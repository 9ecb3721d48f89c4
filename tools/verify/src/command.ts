import { openEventStore } from '@mediation/event-store/open';
import { StartError } from '@mediation/kernel';
import { Client } from 'pg';
import { JournalTables } from './journal-rows';
import { progressBar } from './report';
import type { Request } from './request';
import { verify, type Verified } from './verify';
import { WitnessTable } from './witness-rows';

const NAME = 'verify';

const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString, application_name: NAME });
  // A lost connection is reported by the query that meets it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const soleSource = async (witness: WitnessTable): Promise<string> => {
  const [source, ...others] = await witness.sources();
  if (source !== undefined && others.length === 0) return source;
  throw new StartError(
    source === undefined ? '记录端还没有记录任何事件' : '事件库有多个来源;请设置 DISTRICT 或 --source',
    source === undefined
      ? 'the recorder has recorded nothing yet; there is no witness'
      : 'several journals feed the event store; set DISTRICT or --source',
  );
};

/** @throws StartError when it is not clear which journal this is */
export const run = async (request: Request): Promise<Verified> => {
  const store = openEventStore(request.eventStoreUrl, { applicationName: NAME });
  const clients: Client[] = [];
  try {
    clients.push(await connect(request.journalUrl), await connect(request.witnessUrl));
    const [journal, witness] = [new JournalTables(clients[0]!), new WitnessTable(clients[1]!)];
    const source = request.source ?? (await soleSource(witness));
    const bar = progressBar(request.json ? 0 : await journal.count());
    try {
      return await verify({ journal, store, witness, source, onProgress: (rows) => bar.show(rows) });
    } finally {
      bar.stop();
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await store.close();
  }
};

import { Client } from 'pg';
import { eventStoreContract, type Subject } from '@mediation/event-store/contract-tests';
import { createTestDatabase, describeWithPostgres } from '@mediation/testing';
import { postgresJournal } from './postgres-journal';

const makeSubject = async (): Promise<Subject> => {
  const database = await createTestDatabase();
  const admin = new Client({ connectionString: database.superuserUrl });
  await admin.connect();
  return {
    open: () => postgresJournal({ connectionString: database.appUrl }),
    disconnect: async () => {
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [database.name],
      );
    },
    end: async () => {
      await admin.end();
      await database.drop();
    },
  };
};

describeWithPostgres('PostgreSQL', () => {
  eventStoreContract('PostgreSQL', makeSubject, { receipts: true, disconnect: true });
});

import { holdContests } from '@mediation/event-store/contract-tests';
import { createTestDatabase, type TestDatabase } from '@mediation/testing';
import { postgresJournal } from './postgres-journal';

const CONTESTS = Number(process.env['SOAK_CONTESTS'] ?? 10_000);
const WRITERS = 32;
const CLIENTS = 4;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

describe('contests for a revision', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it(`of ${WRITERS} writers exactly one wins, ${CONTESTS} times`, async () => {
    const clients = Array.from({ length: CLIENTS }, () => postgresJournal({ connectionString: database.appUrl }));
    const onProgress = (held: number): void => {
      if (held % 1_000 === 0) say(`已比 held ${held} / ${CONTESTS}`);
    };
    await holdContests({ clients, contests: CONTESTS, writers: WRITERS, onProgress });
    await Promise.all(clients.map((client) => client.close()));
  }, 3_600_000);
});

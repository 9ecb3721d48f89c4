import { Client } from 'pg';

/**
 * Runs the work while holding a lock of that name in the database of `url`; whoever else asks for it waits.
 * The lock ends with the connection, so a killed holder blocks nobody.
 */
export const withAdvisoryLock = async <T>(
  url: string,
  name: string,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client({ connectionString: url });
  // A lost connection is reported by the query that meets it; without a listener it would end the process instead.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`mediation:${name}`]);
    return await work(client);
  } finally {
    await client.end();
  }
};

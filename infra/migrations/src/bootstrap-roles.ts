import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { withAdvisoryLock } from './advisory-lock';

export interface RolesToBootstrap {
  /** A superuser of the server, in its maintenance database. */
  readonly superuserUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly servicePassword: string;
}

export interface DatabaseUrls {
  /** Owns the database: migrations run as this one, nothing else does. */
  readonly ownerUrl: string;
  /** What the services log in as: a member of `mediation_app`, which may do what migrations granted it. */
  readonly serviceUrl: string;
}

const ATTRIBUTES = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

const ensureRole = async (client: Client, name: string, attributes: string): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${escapeIdentifier(name)} WITH ${ATTRIBUTES} ${attributes}`);
};

const ensureDatabase = async (client: Client, name: string): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  const quoted = escapeIdentifier(name);
  if (rowCount === 0)
    await client.query(`CREATE DATABASE ${quoted} OWNER mediation_owner ENCODING 'UTF8' TEMPLATE template0`);
  await grantConnect(client, name);
};

/** A database's own privileges are not copied with its template. */
export const grantConnect = async (client: Client, database: string): Promise<void> => {
  const quoted = escapeIdentifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO mediation_app`);
};

export const urlFor = (superuserUrl: string, login: { user: string; password: string; database: string }): string => {
  const url = new URL(superuserUrl);
  url.username = login.user;
  url.password = encodeURIComponent(login.password);
  url.pathname = `/${encodeURIComponent(login.database)}`;
  return url.toString();
};

/** Makes the database and its three roles where they are missing, and sets the passwords given. Safe to repeat. */
export const bootstrapRoles = async (wanted: RolesToBootstrap): Promise<DatabaseUrls> => {
  const { superuserUrl, database, ownerPassword, servicePassword } = wanted;
  await withAdvisoryLock(superuserUrl, 'bootstrap', async (client) => {
    await ensureRole(client, 'mediation_app', 'NOLOGIN');
    await ensureRole(client, 'mediation_owner', `LOGIN PASSWORD ${escapeLiteral(ownerPassword)}`);
    await ensureRole(client, 'mediation_service', `LOGIN PASSWORD ${escapeLiteral(servicePassword)}`);
    await client.query('GRANT mediation_app TO mediation_service');
    await ensureDatabase(client, database);
  });
  return {
    ownerUrl: urlFor(superuserUrl, { user: 'mediation_owner', password: ownerPassword, database }),
    serviceUrl: urlFor(superuserUrl, { user: 'mediation_service', password: servicePassword, database }),
  };
};

import type { DatabaseUrls } from '@infra/migrations';
import { embeddedIssuer, openEmbeddedIssuer, type EmbeddedIssuer, type Role } from '@mediation/access';
import { join } from 'node:path';
import { freePort, startProcess, type ServerProcess } from './server-process';

/** A server that takes registrations. */
export interface Registrar extends ServerProcess {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Place {
  readonly dataDir: string;
  readonly urls: DatabaseUrls;
}

export const VILLAGE = '370402102200-committee';

const MEDIATOR = { org: VILLAGE, role: 'mediator' } as const;

export const bearer = async (
  issuer: EmbeddedIssuer,
  { org, role }: { readonly org: string; readonly role: Role } = MEDIATOR,
): Promise<Registrar['headers']> => {
  const token = await issuer.sign({ sub: 'bench', org, roles: [role], ttlSeconds: 86_400 });
  return { authorization: `Bearer ${token}` };
};

export const startBare = async ({ urls }: Place, connections: number): Promise<Registrar> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = [urls.serviceUrl, String(connections), String(port)];
  const server = await startProcess('bare-fastify.process.js', { args, readyUrl: `${base}/ready` });
  return { ...server, url: `${base}/disputes`, headers: {} };
};

/** The village's service by itself. */
export const startVillageService = async ({ dataDir, urls }: Place): Promise<Registrar> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const keyFile = join(dataDir, 'village-issuer.json');
  const issuer = await embeddedIssuer({ keyFile, issuerUrl: 'http://localhost:8080', nodeEnv: 'development' });
  const args = [urls.serviceUrl, keyFile, String(port)];
  const server = await startProcess('village-service.process.js', { args, readyUrl: `${base}/health/ready` });
  return { ...server, url: `${base}/api/village/v1/disputes`, headers: await bearer(issuer) };
};

/** The program that `npm start` starts: every service and the views in one process. */
export const startProgram = async ({ dataDir, urls }: Place): Promise<Registrar> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const folder = join(dataDir, 'program');
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_URL: urls.serviceUrl,
    SAMPLE_YEAR: 'off',
    NODE_ENV: 'development',
    LOG_LEVEL: 'fatal', // It says that its views lag, as they will.
  };
  const server = await startProcess('standalone.process.js', { env, readyUrl: `${base}/health/ready` });
  const issuer = await openEmbeddedIssuer(join(folder, 'issuer.json'));
  if (issuer === undefined) throw new Error('the program made no issuer');
  return { ...server, url: `${base}/api/village/v1/disputes`, headers: await bearer(issuer) };
};

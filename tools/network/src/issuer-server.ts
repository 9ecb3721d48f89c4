import { embeddedIssuer, type EmbeddedIssuer } from '@mediation/access';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Config } from './config';
import { issuerUrl } from './services';

export interface IssuerServer {
  readonly issuer: EmbeddedIssuer;
  close(): Promise<void>;
}

/** The local issuer at an address of its own, where every service finds its keys. */
export const serveIssuer = async (config: Config): Promise<IssuerServer> => {
  const issuer = await embeddedIssuer({
    keyFile: join(config.DATA_DIR, 'issuer.json'),
    issuerUrl: issuerUrl(config),
    nodeEnv: process.env['NODE_ENV'],
  });
  const pages: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => issuer.discovery(),
    '/.well-known/jwks.json': () => issuer.jwks(),
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(page?.() ?? {}));
  });
  server.listen(config.ISSUER_PORT, 'localhost');
  await once(server, 'listening');
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

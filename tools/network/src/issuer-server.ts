import { embeddedIssuer, type EmbeddedIssuer } from '@mediation/access';
import type { Directory } from '@mediation/directory';
import { localSignIn } from '@mediation/local-sign-in';
import { DEMO_VILLAGE } from '@tools/demo';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Config } from './config';
import { CONSOLE_CLIENT_ID, issuerUrl } from './services';

export interface IssuerServer {
  readonly issuer: EmbeddedIssuer;
  close(): Promise<void>;
}

/** The local issuer at an address of its own, where people sign in and every service finds its keys. */
export const serveIssuer = async (config: Config, directory: Directory): Promise<IssuerServer> => {
  const issuer = await embeddedIssuer({
    keyFile: join(config.DATA_DIR, 'issuer.json'),
    issuerUrl: issuerUrl(config),
    nodeEnv: process.env['NODE_ENV'],
  });
  const server = createServer(
    localSignIn({
      issuer,
      clientId: CONSOLE_CLIENT_ID,
      consolePort: config.CENTER_PORT,
      bodies: directory,
      village: DEMO_VILLAGE,
    }),
  );
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

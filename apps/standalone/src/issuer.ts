import { join } from 'node:path';
import { embeddedIssuer, type EmbeddedIssuer } from '@mediation/access';
import { LOCAL_SIGN_IN_PATHS, type NodeHandler } from '@mediation/local-sign-in';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config';

/** The local issuer, unless another one is configured. */
export const localIssuer = async (config: Config): Promise<EmbeddedIssuer | undefined> =>
  config.issuer === undefined
    ? embeddedIssuer({
        keyFile: join(config.dataDir, 'issuer.json'),
        issuerUrl: `http://localhost:${config.port}`,
        nodeEnv: config.nodeEnv,
      })
    : undefined;

/** Where people sign in at the local issuer, beside Nest's routes: it reads forms, which nothing else here takes. */
export const serveSignIn = (app: NestFastifyApplication, handler: NodeHandler): void => {
  void app
    .getHttpAdapter()
    .getInstance()
    .register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      for (const path of LOCAL_SIGN_IN_PATHS) {
        scope.all(`${path}*`, (request, reply) => {
          reply.hijack();
          handler(request.raw, reply.raw);
        });
      }
    });
};

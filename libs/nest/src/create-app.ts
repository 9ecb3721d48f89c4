import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Draining } from './drain';
import { Metrics } from './metrics';
import { PinoLogger } from './pino-logger';
import { answerWithProblem } from './problem.filter';
import { requireWellFormed } from './well-formed-requests';

const BODY_LIMIT_BYTES = 1_048_576;

/** A Nest application on Fastify, not yet listening. */
export const createApp = async (
  module: Type | DynamicModule,
  { logger = new PinoLogger() }: { readonly logger?: LoggerService } = {},
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: true,
    // A request under way is answered before its connection goes; one that comes on a kept connection is answered too.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Addresses that no router can read never reach Nest and its filter.
    frameworkErrors: answerWithProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  requireWellFormed(adapter.getInstance());
  app.get(Metrics).watch(adapter.getInstance());
  const draining = app.get(Draining);
  adapter.getInstance().addHook('onSend', async (_, reply) => {
    if (draining.isDeaf) void reply.header('connection', 'close');
  });
  return app;
};

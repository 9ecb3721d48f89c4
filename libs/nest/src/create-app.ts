import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
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
    forceCloseConnections: true,
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
  return app;
};

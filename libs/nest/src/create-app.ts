import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from './metrics';
import { PinoLogger } from './pino-logger';

const BODY_LIMIT_BYTES = 1_048_576;

/** A Nest application on Fastify, not yet listening. */
export const createApp = async (
  module: Type | DynamicModule,
  { logger = new PinoLogger() }: { readonly logger?: LoggerService } = {},
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: true, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger, abortOnError: false });
  // Beacons and forms have no business here: JSON is the one body type.
  adapter.getInstance().removeContentTypeParser('text/plain');
  app.get(Metrics).watch(adapter.getInstance());
  return app;
};

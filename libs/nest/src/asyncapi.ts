import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** `/asyncapi.json`, served outside Nest's routes because it needs neither guard nor handler. */
export const serveAsyncApi = (app: NestFastifyApplication, document: { readonly asyncapi: string }): void => {
  const json = JSON.stringify(document);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/asyncapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(json));
};

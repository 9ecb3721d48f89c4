import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { absolutePath } from 'swagger-ui-dist';

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: object;
}

/** Swagger UI's own files, from its npm package, so that the page works without a network. */
const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口文档 · API</title>
<link rel="icon" href="/docs/favicon-32x32.png"><link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body><div id="ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none', validatorUrl: null, persistAuthorization: true });</script>
</body></html>`;

/** `/openapi.json` and `/docs`, served outside Nest's routes because they need neither guard nor handler. */
export const serveOpenApi = (app: NestFastifyApplication, document: OpenApiDocument): void => {
  const server = app.getHttpAdapter().getInstance();
  const json = JSON.stringify(document);
  server.get('/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send(json));
  server.get('/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  for (const [file, type] of Object.entries(ASSETS)) {
    server.get(`/docs/${file}`, (_, reply) => reply.type(type).send(createReadStream(join(absolutePath(), file))));
  }
};

import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { ProblemError, PROBLEMS } from './problem';

/**
 * JSON is the one body type and UTF-8 its one encoding: text in another would be read as U+FFFD and kept like that.
 * No address holds U+0000 either, which no store could look up.
 */
export const requireWellFormed = (server: FastifyInstance): void => {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parseJson(request, body.toString('utf8'), done);
    else done(new ProblemError(PROBLEMS.badRequest));
  });
  server.addHook('onRequest', (request, _, done) => {
    done(request.url.includes('%00') ? new ProblemError(PROBLEMS.badRequest) : undefined);
  });
};

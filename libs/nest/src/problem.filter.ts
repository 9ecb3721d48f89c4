import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, problemDocument, ProblemError, PROBLEMS, type Problem } from './problem';

/** Faults of Fastify and of the stores, by their stable codes. */
const BY_CODE: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: PROBLEMS.tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: PROBLEMS.mediaType,
  FST_ERR_CTP_EMPTY_JSON_BODY: PROBLEMS.badRequest,
  FST_ERR_CTP_INVALID_JSON_BODY: PROBLEMS.badRequest,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: PROBLEMS.badRequest,
  FST_ERR_BAD_URL: PROBLEMS.badRequest,
  FST_ERR_MAX_PARAM_LENGTH: PROBLEMS.addressTooLong,
  'invalid-append': PROBLEMS.textNotStorable,
  'store-unavailable': PROBLEMS.unavailable,
  'store-closed': PROBLEMS.unavailable,
};

const BY_STATUS: Readonly<Record<number, Problem>> = {
  400: PROBLEMS.badRequest,
  404: PROBLEMS.notFound,
  413: PROBLEMS.tooLarge,
  415: PROBLEMS.mediaType,
};

const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
};

const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : (BY_CODE[codeOf(error) ?? ''] ?? BY_STATUS[statusOf(error) ?? 0] ?? PROBLEMS.internal);

/** The answer to an error, whoever met it. */
export const answerWithProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  if (reply.raw.headersSent) return;
  const problem = problemOf(error);
  const language = languageOf(request.headers['accept-language']);
  // RFC 9110, 15.5.2: a 401 names the scheme.
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(problemDocument(problem, language, request.url.split('?')[0] ?? ''));
};

/** Every error leaves as application/problem+json; what we did not expect is logged by name and code, never with a payload. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof ProblemError)) {
      const name = error instanceof Error ? error.name : typeof error;
      this.logger.error({ code: codeOf(error), error: name, route: request.routeOptions.url, stack: framesOf(error) });
    }
    answerWithProblem(error, request, reply);
  }
}

/** Where it happened, without the message: a driver's message may quote a row. */
const framesOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 8)
        .join('\n')
    : undefined;

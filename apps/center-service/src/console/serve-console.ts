import fastifyStatic from '@fastify/static';
import { answerWithProblem, ProblemError, PROBLEMS } from '@mediation/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { builtConsole } from './built-console';

/** Addresses of services, where a mistyped path must be told so and not get a page. */
const SERVICES = /^\/(api|assets|docs|health|metrics|oidc|console|\.well-known|[^/]+\.json)(\/|$)/;

/**
 * Nothing from elsewhere, no script in the page, so a text from an event can never run; calls go to this origin and to the
 * issuer. Element Plus places its pop-ups by style attributes; style sheets come from here alone.
 */
const policy = (issuer: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const PAGE_HEADERS = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };
/** Their names change with their content. */
const ASSET_HEADERS = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The console at `/`, on the services' own origin, outside Nest's routes because it needs neither guard nor handler. */
export const serveConsole = (app: NestFastifyApplication, issuer: string): void => {
  const server = app.getHttpAdapter().getInstance();
  const root = builtConsole();
  if (root === undefined) return;
  const security = policy(issuer);
  const { maxParamLength = 100 } = server.initialConfig;
  void server.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.headers({
        'x-content-type-options': 'nosniff',
        ...(path.includes('/assets/') ? ASSET_HEADERS : PAGE_HEADERS),
        ...(/\.html(\.gz)?$/.test(path) && { 'content-security-policy': security }),
      });
    },
  });
  // The address of a page of the console, opened or reloaded: the console itself shows what is there.
  server.get('/*', (request, reply) => {
    const [path = '/'] = request.url.split('?');
    // With a route for everything, the router no longer says it of a service's own address.
    if (path.split('/').some(({ length }) => length > maxParamLength))
      return answerWithProblem(new ProblemError(PROBLEMS.addressTooLong), request, reply);
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    return SERVICES.test(path) || !wantsPage ? reply.callNotFound() : reply.sendFile('index.html');
  });
};

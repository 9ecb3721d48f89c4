import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Whether the service is on its way out: it answers what comes, and asks its callers to go elsewhere. */
@Injectable()
export class Draining {
  begun = false;
}

/** Callers that keep a connection need an answer on it to learn that they must take another. */
const GRACE_MS = 1_000;
const LOOK_EVERY_MS = 20;
const LONGEST_REQUEST_MS = 6_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Ends the application without dropping a request: for a moment it goes on to answer, each time with `Connection: close`,
 * while readiness says no; then it listens no more, and waits for the answers that are under way.
 */
export const drain = async (app: NestFastifyApplication): Promise<void> => {
  app.get(Draining).begun = true;
  const { server } = app.getHttpAdapter().getInstance();
  const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  const until = performance.now() + GRACE_MS;
  while (performance.now() < until && (await connections()) > 0) await pause(LOOK_EVERY_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  await app.close().finally(() => clearTimeout(cutOff));
};

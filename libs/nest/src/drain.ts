import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Server as NetServer } from 'node:net';

/** How far the service is on its way out. */
@Injectable()
export class Draining {
  /** Readiness says no, so that whoever balances the load sends nothing more. */
  begun = false;
  /** It listens no more: callers are told to take another connection. */
  isDeaf = false;
}

/** For balancers to notice. Kept connections go on meanwhile: a new one might be lost in the moment when listening ends. */
const GRACE_MS = 1_000;
/**
 * For callers that keep a connection: they learn by an answer on it that it ends. Over as soon as all have; as long as this
 * only for those that say nothing.
 */
const LAST_ANSWERS_MS = 2_000;
const LONGEST_REQUEST_MS = 4_000;
const LOOK_EVERY_MS = 20;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Right after the loop has taken whatever connections were waiting. */
const afterPoll = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Ends the application without dropping a request: readiness says no while it goes on to answer; then it listens no more and
 * answers what comes on open connections with `Connection: close`; then it waits for the answers that are under way.
 */
export const drain = async (app: NestFastifyApplication): Promise<void> => {
  const draining = app.get(Draining);
  const { server } = app.getHttpAdapter().getInstance();
  const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  const noneWithin = async (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until && (await connections()) > 0) await pause(LOOK_EVERY_MS);
  };
  draining.begun = true;
  await noneWithin(GRACE_MS);
  await afterPoll();
  // Not the HTTP server's own close: it would cut connections whose first request has not been read yet.
  NetServer.prototype.close.call(server);
  draining.isDeaf = true;
  await noneWithin(LAST_ANSWERS_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  await app.close().finally(() => clearTimeout(cutOff));
};

import { lookup } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address';

export interface Answered {
  /** Absent when there was no answer. */
  readonly status?: number;
  /** A code of ours or of the network, never a receiver's text. */
  readonly error?: string;
  readonly durationMs: number;
}

export interface PostOptions {
  readonly timeoutMs: number;
  /** Receivers on this machine or behind it, as on a laptop or inside a government network. */
  readonly allowPrivate: boolean;
}

class PrivateAddress extends Error {
  readonly code = 'private-address';
}

/** Looked at when the connection is made: a name may point elsewhere by then. */
const openLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: false }, (error, address, family) => {
    if (error === null && isPrivateAddress(address)) callback(new PrivateAddress(), '', 0);
    else if (options.all === true) callback(error, [{ address, family }]);
    else callback(error, address, family);
  });

const KEEP_ALIVE = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: 60_000 };
const AGENTS = { 'http:': new HttpAgent(KEEP_ALIVE), 'https:': new HttpsAgent(KEEP_ALIVE) };

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : 'no-answer';
};

const faultOf = (error: Error): string =>
  error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : codeOf(error);

/** An address that stands for itself is never looked up. */
const isRefused = ({ hostname }: URL, { allowPrivate }: PostOptions): boolean =>
  !allowPrivate && isPrivateAddress(hostname.replace(/^\[(.*)\]$/, '$1'));

type Outcome = Omit<Answered, 'durationMs'>;

const exchange = (url: URL, headers: Record<string, string>, body: string, options: PostOptions): Promise<Outcome> => {
  const isTls = url.protocol === 'https:';
  return new Promise((resolve) => {
    const sent = (isTls ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: AGENTS[isTls ? 'https:' : 'http:'],
      signal: AbortSignal.timeout(options.timeoutMs),
      ...(!options.allowPrivate && { lookup: openLookup }),
    });
    sent.on('response', (response) => {
      // Only the status counts; a body may be long, and is not read for its own sake.
      response.on('error', () => undefined).resume();
      resolve({ status: response.statusCode ?? 0 });
    });
    sent.on('error', (error) => resolve({ error: faultOf(error) }));
    sent.end(body);
  });
};

/** One POST. Redirects are answers like any other: they are not followed. Never rejects. */
export const post = async (
  url: URL,
  headers: Record<string, string>,
  body: string,
  options: PostOptions,
): Promise<Answered> => {
  const began = performance.now();
  const outcome = isRefused(url, options) ? { error: 'private-address' } : await exchange(url, headers, body, options);
  return { ...outcome, durationMs: Math.round(performance.now() - began) };
};

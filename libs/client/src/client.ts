import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/api';
import { problemOf, type Answer, type Problem } from './problem';

export type Recorded = components['schemas']['Recorded'];

/** A token, or where the one of this moment is; undefined while nobody is signed in. */
export type TokenSource = string | (() => string | undefined | Promise<string | undefined>);

export interface ClientOptions {
  /** Where the services answer, e.g. `https://mediation.example`; '' for the page's own origin. */
  readonly baseUrl: string;
  readonly token: TokenSource;
  /** The language of problems; default Chinese. A function where it changes while the client lives. */
  readonly language?: 'zh' | 'en' | (() => 'zh' | 'en');
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Makes the Idempotency-Key of a write that brings none; default at random. */
  readonly newKey?: () => string;
}

export interface WriteOptions {
  /** The same key with the same body is done once, however often it is sent. */
  readonly idempotencyKey?: string;
  /** The revision that was read; the write is refused (412) when the dispute has moved on since. */
  readonly ifRevision?: number | undefined;
  readonly signal?: AbortSignal;
}

export interface MediationClient extends Client<paths> {
  /** A write at an address that the API gave, such as that of an offered action. */
  write(path: string, body: object, options?: WriteOptions): Promise<Answer<Recorded>>;
}

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** `crypto.randomUUID` is missing where a page is served without TLS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const valueOf = <Value>(source: Value | (() => Value)): Value =>
  typeof source === 'function' ? (source as () => Value)() : source;

/** What every call carries. */
const headers = ({ token, language = 'zh', newKey = randomKey }: ClientOptions): Middleware => ({
  onRequest: async ({ request }) => {
    const bearer = await (typeof token === 'function' ? token() : token);
    if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
    request.headers.set('accept-language', valueOf(language));
    if (WRITES.includes(request.method) && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', newKey());
    }
    return request;
  },
});

/** The value of If-Match for a revision that was read. */
export const etag = (revision: number): string => `"${revision}"`;

/** The revision that an answer about a dispute is of. */
export const revisionOf = (response: Response): number | undefined => {
  const [, digits] = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
};

const writeHeaders = ({ idempotencyKey, ifRevision }: WriteOptions): Record<string, string> => ({
  ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  ...(ifRevision !== undefined && { 'if-match': etag(ifRevision) }),
});

/** The API's calls, typed by its OpenAPI document; for browsers and for Node. */
export const createMediationClient = (options: ClientOptions): MediationClient => {
  const { baseUrl, fetch } = options;
  const client = createClient<paths>({ baseUrl, ...(fetch && { fetch }) });
  client.use(headers(options));
  const write: MediationClient['write'] = async (path, body, { signal, ...more } = {}) => {
    // The address is data here, so the body's shape is known to who made the form, not to the compiler.
    const post = client.POST as unknown as (
      path: string,
      init: object,
    ) => Promise<{ data?: Recorded; error?: Problem; response: Response }>;
    const { data, error, response } = await post(path, {
      body,
      headers: writeHeaders(more),
      ...(signal && { signal }),
    });
    return data === undefined ? { error: problemOf(error, response), response } : { data, response };
  };
  return { ...client, write };
};

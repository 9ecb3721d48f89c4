import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddedIssuer } from '@mediation/access';
import type { BodyCode, DivisionCode } from '@mediation/kernel';
import type { Provider } from 'oidc-provider';
import { elsewherePage, pickerPage, wentWrongPage, type PageAnswer } from './pages';
import { findBodies, peopleAround, personOf, type LocalBody } from './people';
import { openProvider, SIGN_IN_PATH } from './provider';

export interface LocalSignInOptions {
  readonly issuer: EmbeddedIssuer;
  readonly clientId: string;
  /** The port at which the console is open on this machine. */
  readonly consolePort: number;
  readonly bodies: {
    body(code: BodyCode): LocalBody | undefined;
    bodies(): readonly LocalBody[];
  };
  /** Around which village the people lie that are offered without a search. */
  readonly village: DivisionCode;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Every address that is answered begins with one of these. */
export const LOCAL_SIGN_IN_PATHS = ['/.well-known/', '/oidc/'] as const;

const MOST_BYTES = 2_000;

const send = (response: ServerResponse, { status, headers, body }: PageAnswer): void => {
  response.writeHead(status, headers);
  response.end(body);
};

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BYTES) break;
  }
  return new URLSearchParams(text.slice(0, MOST_BYTES));
};

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * Whoever sits at this machine may be anybody, so nobody else may: the connection comes from here, and it asks for this machine by
 * name, which a page of elsewhere whose name was turned to this machine's address does not.
 */
const isFromHere = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  ['localhost', '127.0.0.1', '[::1]'].includes((headers.host ?? '').replace(/:\d+$/, ''));

/** The local issuer as an OpenID Connect provider with authorization code and PKCE, where one chooses who one is. */
export const localSignIn = (options: LocalSignInOptions): NodeHandler => {
  const { issuer, clientId, consolePort, bodies, village } = options;
  const consoles = [`http://localhost:${consolePort}`, `http://127.0.0.1:${consolePort}`];
  const find = (id: string) => personOf(id, (code) => bodies.body(code));
  let opened: Promise<Provider> | undefined;
  const provider = () => (opened ??= openProvider({ issuer, clientId, consoles, personOf: find }));

  const pick = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const server = await provider();
    await server.interactionDetails(request, response);
    if (request.method === 'POST') {
      const person = find((await formOf(request)).get('person') ?? '');
      if (person === undefined) return send(response, wentWrongPage('person-unknown'));
      return server.interactionFinished(request, response, { login: { accountId: person.id } });
    }
    const q = new URL(request.url ?? '/', issuer.issuer).searchParams.get('q')?.slice(0, 60) ?? '';
    const people = peopleAround(village, (code) => bodies.body(code));
    send(response, pickerPage({ people, q, found: findBodies(q, bodies.bodies()), consoles }));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (!path.startsWith('/.well-known/') && !isFromHere(request)) return send(response, elsewherePage());
    if (path.startsWith(SIGN_IN_PATH)) return pick(request, response);
    return (await provider()).callback()(request, response);
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { error: code = 'server-error' } = error as { readonly error?: string };
      if (!response.headersSent) send(response, wentWrongPage(code));
      else response.end();
    });
  };
};

import { createMediationClient, done, MediationError, type Answer, type Problem } from '@mediation/client';
import { session } from '../session/session';
import { language } from '../words/locale';

/** A token that is no longer good ends the session; the router then shows the sign-in page. */
const watched = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  if (response.status === 401) {
    const { code } = (await response
      .clone()
      .json()
      .catch(() => ({}))) as { readonly code?: string };
    session.end(code === 'token-expired' ? 'expired' : 'refused');
  }
  return response;
};

const token = (): string | undefined => session.token.value;

/** Every call of the console goes through here: with the token, in the language chosen, a write with a key of its own. */
export const client = createMediationClient({ baseUrl: '', token, language, fetch: watched });

export type Failure = { readonly kind: 'offline' } | { readonly kind: 'refused'; readonly problem: Problem };

/** What went wrong with a call. @throws what is no answer and no lost network: a fault of ours */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof MediationError) return { kind: 'refused', problem: error.problem };
  if (error instanceof TypeError) return { kind: 'offline' };
  throw error;
};

/** The data of an answer. @throws MediationError for a problem, TypeError when nothing answers */
export const ask = done;

export type { Answer, Problem };

/** A paper that needs the token, saved under the name that the service gives it. */
export const download = async (href: string): Promise<void> => {
  const headers = { authorization: `Bearer ${token() ?? ''}`, 'accept-language': language() };
  const response = await watched(new Request(href, { headers }));
  if (!response.ok) await done(response.json().then((error: unknown) => ({ error, response })));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get('content-disposition')) ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** RFC 8187 first: a Chinese name is there. */
const nameIn = (disposition: string | null): string | undefined => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1];
};

import { createMediationClient, done } from '@mediation/client';
import { language } from '../../words/locale';

/** Nobody is signed in here: a session of a party is no token of an office, and stays in this page's memory. */
const client = createMediationClient({ baseUrl: '', token: () => undefined, language });

const header = (token: string) => ({ params: { header: { Authorization: `Party ${token}` } } });

/** @throws MediationError for a problem, TypeError when nothing answers */
export const lookUp = async (typed: { readonly number: string; readonly code: string }) => {
  const { token } = await done(client.POST('/api/center/v1/party/sessions', { body: typed }));
  return { token, found: await done(client.GET('/api/center/v1/party/case', header(token))) };
};
export type PartyCase = Awaited<ReturnType<typeof lookUp>>['found'];

export const endLookUp = async (token: string): Promise<void> => {
  await client.DELETE('/api/center/v1/party/sessions', header(token));
};

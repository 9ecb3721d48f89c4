import { ask, client } from '../api/client';
import { session } from '../session/session';
import type { OfferedAction } from './schema';

export interface Offers {
  readonly revision: number;
  readonly actions: readonly OfferedAction[];
}

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}
const get = client.GET as unknown as <Data>(path: string, init: { signal: AbortSignal }) => Promise<Answered<Data>>;

/** What the person may do in a dispute. */
export const readOffers = (id: string, signal: AbortSignal): Promise<Offers> =>
  ask(get<Offers>(`/api/${session.tier.value}/v1/disputes/${encodeURIComponent(id)}/actions`, { signal }));

/** What the person may open a new dispute with. */
export const readOpenings = async (signal: AbortSignal): Promise<readonly OfferedAction[]> =>
  (await ask(get<Pick<Offers, 'actions'>>(`/api/${session.tier.value}/v1/actions`, { signal }))).actions;

import type { components, paths } from '@mediation/client';
import { ask, client } from '../../api/client';
import { session } from '../../session/session';

type Ok<Path extends keyof paths> = paths[Path] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Data } } };
  };
}
  ? Data
  : never;

export type Plans = Ok<'/api/center/v1/screening/plans'>;
export type Plan = Plans['items'][number];
export type Progress = Ok<'/api/center/v1/screening/plans/{id}'>;
export type Screening = components['schemas']['Screening'];
export type Finding = Screening['findings'][number];

export const readPlans = (signal: AbortSignal): Promise<Plans> =>
  ask(client.GET('/api/center/v1/screening/plans', { signal, params: { query: { limit: 60 } } }));

export const readProgress = (id: string, signal: AbortSignal): Promise<Progress> =>
  ask(client.GET('/api/center/v1/screening/plans/{id}', { signal, params: { path: { id } } }));

/** As the journal has it: what was just reported is there. */
export const readScreening = (id: string, signal: AbortSignal): Promise<Screening> => {
  const options = { signal, params: { path: { id } } };
  switch (session.tier.value) {
    case 'village':
      return ask(client.GET('/api/village/v1/screenings/{id}', options));
    case 'township':
      return ask(client.GET('/api/township/v1/screenings/{id}', options));
    case 'district':
      return ask(client.GET('/api/district/v1/screenings/{id}', options));
  }
};

/** Where a write about screenings goes: to the service of one's own tier. */
export const at = (path: string): string => `/api/${session.tier.value}/v1${path}`;

/** One key for ever: whoever of the same person registers it again gets the dispute that is there. */
export const keyOf = (plan: string, finding: string): string => `screening/${plan}/${finding}`;

/** A dispute that was registered and whose link is not said yet; of this tab alone. */
const stored = (plan: string, finding: string): string => `mediation.${keyOf(plan, finding)}`;
export const pendingLink = {
  read: (plan: string, finding: string): string | undefined =>
    sessionStorage.getItem(stored(plan, finding)) ?? undefined,
  keep: (plan: string, finding: string, dispute: string): void =>
    sessionStorage.setItem(stored(plan, finding), dispute),
  forget: (plan: string, finding: string): void => sessionStorage.removeItem(stored(plan, finding)),
};

export interface Division {
  readonly code: string;
  readonly tier: string;
}

/** The divisions of one's own area. */
export const readDivisions = async (signal: AbortSignal): Promise<readonly Division[]> => {
  const org = session.claims.value?.org.split('-', 1)[0] ?? '';
  const { places } = await ask(client.GET('/api/center/v1/hot-spots', { signal, params: { query: { org } } }));
  return places.map(({ division }) => division);
};

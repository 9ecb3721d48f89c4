import type { operations } from '@mediation/client';
import type { OfferedAction } from '../../actions/schema';
import { ask, client } from '../../api/client';
import { session } from '../../session/session';
import { periodQuery, type Period } from '../../ui/period';

type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Subsidies = AnswerOf<'centerSubsidies'>;
export type SubsidyItem = Subsidies['items'][number];
export type Reconciliation = AnswerOf<'centerSubsidyReconciliation'>;
export type Subsidy = Omit<AnswerOf<'districtReadSubsidy'>, 'actions'> & { readonly actions: readonly OfferedAction[] };

export const PHASES = ['claimed', 'returned', 'reviewed', 'approved', 'paid', 'refused', 'recovered'] as const;
export type Phase = (typeof PHASES)[number];
export const PLACES = ['paid', 'in-hand', 'unclaimed', 'excluded', 'recovered', 'reopened'] as const;
export type Place = (typeof PLACES)[number];

export interface Wanted extends Period {
  readonly phase?: Phase | undefined;
  readonly mediator?: string | undefined;
}

const queryOf = ({ phase, mediator, ...period }: Wanted) => ({
  ...periodQuery(period),
  ...(phase !== undefined && { phase }),
  ...(mediator !== undefined && { mediator }),
});

export const readSubsidies = (wanted: Wanted, signal?: AbortSignal, cursor?: string): Promise<Subsidies> =>
  ask(
    client.GET('/api/center/v1/subsidies', {
      params: { query: { ...queryOf(wanted), limit: 50, ...(cursor !== undefined && { cursor }) } },
      ...(signal && { signal }),
    }),
  );

export const readReconciliation = (period: Period, place?: Place, signal?: AbortSignal): Promise<Reconciliation> =>
  ask(
    client.GET('/api/center/v1/subsidies/reconciliation', {
      params: { query: { ...periodQuery(period), ...(place !== undefined && { place }) } },
      ...(signal && { signal }),
    }),
  );

export const sheetAddress = (wanted: Wanted, format: 'xlsx' | 'csv'): string =>
  `/api/center/v1/subsidies.${format}?${new URLSearchParams(queryOf(wanted)).toString()}`;

interface Answered {
  readonly data?: Subsidy;
  readonly error?: unknown;
  readonly response: Response;
}
const get = client.GET as unknown as (path: string) => Promise<Answered>;

/** From the service of the person's own tier, with what may be done there. */
export const readSubsidy = (id: string): Promise<Subsidy> =>
  ask(get(`/api/${session.tier.value}/v1/subsidies/${encodeURIComponent(id)}`));

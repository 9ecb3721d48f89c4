import type { operations } from '@mediation/client';
import { ask, client } from '../../api/client';
import { periodQuery, type Period } from '../../ui/period';

type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Funnel = AnswerOf<'centerFunnel'>;
export type Figures = Funnel['figures'];
export type FunnelDispute = AnswerOf<'centerFunnelDisputes'>['items'][number];
export type Step = 'month' | 'quarter';

export const readFunnel = (period: Period, step: Step, signal: AbortSignal): Promise<Funnel> =>
  ask(client.GET('/api/center/v1/funnel', { params: { query: { ...periodQuery(period), step } }, signal }));

/** Which files: of a figure's code, of one step only where it says so, as they stood at the end of the whole period. */
export interface Drill {
  readonly title: string;
  readonly figure: string;
  readonly tier?: 'village' | 'township' | 'district';
  readonly from: string;
  readonly to: string;
  readonly until?: string;
}

export const readDisputes = (drill: Drill, org: string | undefined, cursor?: string) =>
  ask(
    client.GET('/api/center/v1/funnel/disputes', {
      params: {
        query: {
          from: drill.from,
          to: drill.to,
          figure: drill.figure,
          ...(drill.tier !== undefined && { tier: drill.tier }),
          ...(drill.until !== undefined && { until: drill.until }),
          ...(org !== undefined && { org }),
          ...(cursor !== undefined && { cursor }),
          limit: 50,
        },
      },
    }),
  );

/** The ways a dispute can stand; their counts add up to what was registered. */
export const STANDINGS = [
  { key: 'village', figure: 'settled:village', count: (f: Figures) => f.settledByTier.village },
  { key: 'township', figure: 'settled:township', count: (f: Figures) => f.settledByTier.township },
  { key: 'district', figure: 'settled:district', count: (f: Figures) => f.settledByTier.district },
  { key: 'unresolved', figure: 'unresolved', count: (f: Figures) => f.unresolved },
  { key: 'themselves', figure: 'settled-by-themselves', count: (f: Figures) => f.settledByThemselves },
  { key: 'withdrawn', figure: 'withdrawn', count: (f: Figures) => f.withdrawn },
  { key: 'notAccepted', figure: 'not-accepted', count: (f: Figures) => f.notAccepted },
  { key: 'open', figure: 'open', count: (f: Figures) => f.open },
] as const;

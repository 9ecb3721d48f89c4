import type { operations } from '@mediation/client';
import { ask, client } from '../../api/client';
import { periodQuery, type Period } from '../../ui/period';

type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type HotSpots = AnswerOf<'centerHotSpots'>;
export type Spot = HotSpots['places'][number];
export type Warnings = AnswerOf<'centerWarnings'>;
export type RepeatParties = AnswerOf<'centerRepeatParties'>;
export type LinkedDisputes = AnswerOf<'centerLinkedDisputes'>;
export type Member = LinkedDisputes['groups'][number]['disputes'][number];
export type DisputeType = NonNullable<NonNullable<operations['centerHotSpots']['parameters']['query']>['type']>;

export const readSpots = (period: Period, type: DisputeType | undefined, signal: AbortSignal): Promise<HotSpots> =>
  ask(
    client.GET('/api/center/v1/hot-spots', {
      params: { query: { ...periodQuery(period), ...(type !== undefined && { type }) } },
      signal,
    }),
  );

/** Of the period's last month. */
export const readWarnings = (period: Period, signal: AbortSignal): Promise<Warnings> => {
  const { to, org } = periodQuery(period);
  return ask(
    client.GET('/api/center/v1/hot-spots/warnings', {
      params: { query: { month: to, ...(org !== undefined && { org }) } },
      signal,
    }),
  );
};

export const readRepeatParties = (period: Period, signal: AbortSignal): Promise<RepeatParties> =>
  ask(client.GET('/api/center/v1/hot-spots/repeat-parties', { params: { query: periodQuery(period) }, signal }));

export const readLinked = (period: Period, signal: AbortSignal): Promise<LinkedDisputes> =>
  ask(client.GET('/api/center/v1/hot-spots/linked-disputes', { params: { query: periodQuery(period) }, signal }));

/** The files of a place, what lies in it included. */
export const readPlaceDisputes = (
  place: string,
  period: Period,
  type: DisputeType | undefined,
  signal: AbortSignal,
) => {
  const { from, to } = periodQuery(period);
  return ask(
    client.GET('/api/center/v1/disputes', {
      params: { query: { place, from, to, ...(type !== undefined && { type }), limit: 20 } },
      signal,
    }),
  );
};

export const nameOf = ({ code, name }: { readonly code: string; readonly name?: string | undefined }): string =>
  name ?? code;

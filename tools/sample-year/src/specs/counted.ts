import type { DataOf, DisputeEventType } from '@mediation/dispute/domain';
import type { PlayedDispute } from '../played-year';

/** How often each key occurs. */
export const tally = (keys: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** The data of all events of one type, of one dispute or of many. */
export const dataOf = <T extends DisputeEventType>(year: readonly PlayedDispute[], type: T): readonly DataOf<T>[] =>
  year.flatMap(({ events }) => events.flatMap(({ event }) => (event.type === type ? [event.data as DataOf<T>] : [])));

export const has = (dispute: PlayedDispute, type: DisputeEventType): boolean => dataOf([dispute], type).length > 0;

export interface CountedHandoff {
  readonly kind: string;
  readonly end: string;
  readonly replyBy: string;
}

const endOf = ({
  event,
}: PlayedDispute['events'][number]): { readonly id: string; readonly end: string } | undefined => {
  switch (event.type) {
    case 'HandoffAccepted':
      return { id: event.data.handoff, end: 'accepted' };
    case 'HandoffReturned':
      return { id: event.data.handoff, end: 'returned' };
    case 'HandoffLapsed':
      return { id: event.data.handoff, end: 'lapsed' };
    case 'HandoffWithdrawn':
      return { id: event.data.handoff, end: event.data.cause };
    default:
      return undefined;
  }
};

/** Every handoff offered, with how it ended; `open` when the year ended first. */
export const handoffs = (year: readonly PlayedDispute[]): readonly CountedHandoff[] =>
  year.flatMap((dispute) => {
    const ends = new Map(dispute.events.flatMap((each) => endOf(each) ?? []).map(({ id, end }) => [id, end]));
    return dataOf([dispute], 'HandoffOffered').map(({ handoff, kind, replyBy }) => ({
      kind,
      replyBy,
      end: ends.get(handoff) ?? 'open',
    }));
  });

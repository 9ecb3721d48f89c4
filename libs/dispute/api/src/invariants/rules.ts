import type { ActorStamp } from '@mediation/kernel';
import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import type { Model } from './model';

/** One append: what one command recorded, with the dispute as it was before and is after. */
export interface Batch {
  readonly events: readonly DisputeEvent[];
  readonly actor: ActorStamp;
  /** The day, in Asia/Shanghai, on which it happened. */
  readonly on: string;
  readonly start: Model;
  readonly end: Model;
}

export interface Moment<T extends DisputeEventType = DisputeEventType> {
  readonly type: T;
  readonly data: DataOf<T>;
  readonly before: Model;
  readonly after: Model;
  readonly batch: Batch;
}

export type Holds<T extends DisputeEventType = DisputeEventType> = (moment: Moment<T>) => boolean;

/** A rule about events of some types, or (no types) about every append as a whole. */
export interface Rule {
  readonly on: readonly DisputeEventType[];
  readonly holds: Holds;
}

export const when = <T extends DisputeEventType>(types: T | readonly T[], holds: Holds<T>): Rule => ({
  on: Array.isArray(types) ? (types as readonly T[]) : [types as T],
  holds: holds as unknown as Holds,
});

export const always = (holds: (batch: Batch) => boolean): Rule => ({ on: [], holds: ({ batch }) => holds(batch) });

/** The events of one type in the same append. */
export const together = <T extends DisputeEventType>({ events }: Batch, type: T): readonly DataOf<T>[] =>
  events.filter((event) => event.type === type).map((event) => event.data as DataOf<T>);

// What a code says of a body, read here once more: the rules are not to lean on the domain's own reading.
export const kindOf = (code: string): string => code.slice(code.indexOf('-') + 1);
export const areaOf = (code: string): string => code.slice(0, code.indexOf('-'));
export const isWithin = (area: string, code: string): boolean => areaOf(code).startsWith(area);
export const isOfGovernment = (code: string): boolean =>
  ['center', 'justice-bureau', 'leading-group'].includes(kindOf(code));
export const isPeoples = (code: string): boolean => ['committee', 'medical'].includes(kindOf(code));
export const isCourtOrAgency = (code: string): boolean =>
  ['court', 'pretrial-room', 'police', 'judicial-office'].includes(kindOf(code)) || code.endsWith('agency');
export const mediates = (code: string): boolean => isPeoples(code) || isCourtOrAgency(code);
export const channelOf = (code: string): string =>
  isPeoples(code) ? 'peoples' : ['court', 'pretrial-room'].includes(kindOf(code)) ? 'judicial' : 'administrative';

export const isWhole = (amount: number | undefined): boolean =>
  amount === undefined || (Number.isSafeInteger(amount) && amount >= 0);

import type { DataOf, DisputeEventType } from './dispute.events';
import type { Agreement, Dispute, DisputeFile, KnownDispute } from './dispute.state';

/** One entry an event type: leaving one out does not compile. */
export type Evolution<Types extends DisputeEventType> = {
  readonly [T in Types]: (dispute: KnownDispute, data: DataOf<T>) => Dispute;
};

export const withFile = (dispute: KnownDispute, change: Partial<DisputeFile>): KnownDispute => ({
  ...dispute,
  file: { ...dispute.file, ...change },
});

export const withAgreement = (dispute: KnownDispute, n: number, change: (a: Agreement) => Agreement): KnownDispute =>
  withFile(dispute, { agreements: dispute.file.agreements.map((a) => (a.n === n ? change(a) : a)) });

export const without = <T>(list: readonly T[], item: T): readonly T[] => list.filter((each) => each !== item);
export const including = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list : [...list, item];

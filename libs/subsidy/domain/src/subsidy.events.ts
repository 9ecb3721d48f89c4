import type { DifficultyClass, DisputeId, MediatorId, Personal } from '@mediation/dispute/domain';
import type { BodyCode, Message, PlainDate, Recorded } from '@mediation/kernel';
import type { CaseResult } from './case-facts';
import type { RecoveryReason, RefusalReason, ReturnReason } from './vocabulary';

/** 以案定补: what happens to the one subsidy of a dispute. Accounts (`sub`) tell who may not decide next; no event names a person. */
export type SubsidyEvent =
  | Message<
      'SubsidyClaimed',
      {
        body: BodyCode;
        dossier: string;
        mediators: readonly MediatorId[];
        claimedBy: string;
        difficulty: DifficultyClass | 'unassessed';
        result: Exclude<CaseResult, 'none'>;
        /** The rate of the pack that the event was recorded under. */
        rate: string;
        amountFen: number;
        /** The revision of the dispute that this was decided on. */
        disputeRevision: number;
        /** Registrations of the same dispute, as linked then. */
        sameAs: readonly DisputeId[];
        claimedOn: PlainDate;
      }
    >
  | Message<'SubsidyReviewed', { by: BodyCode; reviewer: string; reviewedOn: PlainDate }>
  | Message<'SubsidyReturned', { by: BodyCode; reason: ReturnReason; returnedOn: PlainDate; personal: Personal }>
  | Message<'SubsidyApproved', { by: BodyCode; amountFen: number; approvedOn: PlainDate }>
  | Message<'SubsidyRefused', { by: BodyCode; reason: RefusalReason; refusedOn: PlainDate; personal: Personal }>
  | Message<
      'SubsidyPaid',
      { by: BodyCode; amountFen: number; batch: string; disputeRevision: number; paidOn: PlainDate }
    >
  /** The same dispute is claimed, or paid, under another registration of it: nothing is paid here. */
  | Message<'SubsidyYielded', { to: DisputeId; yieldedOn: PlainDate }>
  | Message<
      'SubsidyRecovered',
      { by: BodyCode; amountFen: number; reason: RecoveryReason; recoveredOn: PlainDate; personal: Personal }
    >;

export type SubsidyEventType = SubsidyEvent['type'];
export type SubsidyDataOf<Type extends SubsidyEventType> = Extract<SubsidyEvent, { type: Type }>['data'];
export type RecordedSubsidyEvent = Recorded<SubsidyEvent>;

const STREAM_PREFIX = 'subsidy-';
/** One dispute, one stream: one case, one file, one payment is then the stream's own uniqueness. */
export const subsidyStream = (dispute: DisputeId): string => `${STREAM_PREFIX}${dispute}`;
export const disputeOfSubsidy = (stream: string): DisputeId => stream.slice(STREAM_PREFIX.length);

import type { DisputeId, DisputeType, PersonalPart, RiskGrade } from '@mediation/dispute/domain';
import type { BodyCode, DivisionCode, Message, PlainDate, Recorded } from '@mediation/kernel';
import type { ScreeningKind } from './vocabulary';

export type ScreeningId = string;
/** Within a screening: f1, f2, … */
export type FindingId = string;

/** The only place of personal data: what was told of a finding, under `file`. */
type Told = { readonly personal: Readonly<Record<string, PersonalPart>> };

/** A division's one report within a screening. It says the kind itself, so that it can be counted by itself. */
type Round = {
  readonly kind: ScreeningKind;
  /** 村居 · 乡镇街道 · 区: whose round it is. */
  readonly place: DivisionCode;
  /** Who went round and reports. */
  readonly body: BodyCode;
  readonly heldOn: PlainDate;
  /** Recorded after the due day; it stays so. */
  readonly late: boolean;
};

export type ScreeningEvent =
  | Message<
      'ScreeningPlanned',
      {
        readonly planner: BodyCode;
        readonly kind: ScreeningKind;
        /** E.g. 元旦春节集中排查. */
        readonly theme: string;
        readonly from: PlainDate;
        readonly to: PlainDate;
        /** The last day to report. */
        readonly dueOn: PlainDate;
        /** The divisions that are to report. */
        readonly places: readonly DivisionCode[];
      }
    >
  | Message<'RoundReported', Round & { readonly findings: number }>
  /** 零报告: a round that found nothing, which is a fact of its own. */
  | Message<'ZeroReported', Round>
  | Message<
      'FindingReported',
      Told & {
        readonly finding: FindingId;
        readonly kind: ScreeningKind;
        readonly place: DivisionCode;
        readonly body: BodyCode;
        readonly heldOn: PlainDate;
        readonly disputeType: DisputeType;
        readonly headcount: number;
        readonly riskGrade: RiskGrade;
      }
    >
  | Message<'FindingBecameDispute', { readonly finding: FindingId; readonly dispute: DisputeId }>
  /** 当场化解. */
  | Message<'FindingHandled', Told & { readonly finding: FindingId }>
  | Message<'FindingMatched', { readonly finding: FindingId; readonly dispute: DisputeId }>
  /** The divisions that never reported, by name. */
  | Message<'ScreeningClosed', { readonly missing: readonly DivisionCode[] }>;

export type ScreeningEventType = ScreeningEvent['type'];
export type DataOf<Type extends ScreeningEventType> = Extract<ScreeningEvent, { type: Type }>['data'];
export type RecordedScreeningEvent = Recorded<ScreeningEvent>;

const STREAM_PREFIX = 'screening-';
export const screeningStream = (id: ScreeningId): string => `${STREAM_PREFIX}${id}`;
export const screeningIdOf = (stream: string): ScreeningId => stream.slice(STREAM_PREFIX.length);

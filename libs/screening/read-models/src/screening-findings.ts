import {
  screeningIdOf,
  type DataOf,
  type FindingOutcomeKind,
  type RecordedScreeningEvent,
} from '@mediation/screening/domain';
import { dateInShanghai, type Instant, type PlainDate } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';

/** What a round found and what became of it. */
export type ScreeningFindingRow = {
  plan: string;
  finding: string;
  division: string;
  body: string;
  concentrated: boolean;
  held_on: PlainDate;
  recorded_at: Instant;
  recorded_on: PlainDate;
  dispute_type: DataOf<'FindingReported'>['disputeType'];
  headcount: number;
  risk_grade: DataOf<'FindingReported'>['riskGrade'];
  /** Personal data. */
  facts: string | undefined;
  outcome?: FindingOutcomeKind | undefined;
  settled_on?: PlainDate | undefined;
  /** The one that it became, or was already. */
  dispute?: string | undefined;
};

type Event = RecordedScreeningEvent;
type Settling = Extract<Event, { type: 'FindingBecameDispute' | 'FindingHandled' | 'FindingMatched' }>;

const findingOf = (event: Event): string | undefined => ('finding' in event.data ? event.data.finding : undefined);

const settled =
  (outcome: FindingOutcomeKind) =>
  (row: ScreeningFindingRow | undefined, { data, metadata }: Settling): ScreeningFindingRow | undefined =>
    row && {
      ...row,
      outcome,
      settled_on: dateInShanghai(metadata.occurredAt),
      dispute: 'dispute' in data ? data.dispute : undefined,
    };

export const screeningFindings = projection<ScreeningFindingRow, Event>()({
  name: 'screening_findings',
  version: 1,
  key: (event) => {
    const finding = findingOf(event);
    return finding && `${screeningIdOf(event.stream)}:${finding}`;
  },
  on: {
    FindingReported: (_, { stream, data, metadata }) => ({
      plan: screeningIdOf(stream),
      finding: data.finding,
      division: data.place,
      body: data.body,
      concentrated: data.kind === 'concentrated',
      held_on: data.heldOn,
      recorded_at: metadata.recordedAt,
      recorded_on: dateInShanghai(metadata.recordedAt),
      dispute_type: data.disputeType,
      headcount: data.headcount,
      risk_grade: data.riskGrade,
      facts: data.personal['file']?.text,
    }),
    FindingBecameDispute: settled('dispute'),
    FindingMatched: settled('duplicate'),
    FindingHandled: settled('handled'),
    ScreeningPlanned: ignore,
    RoundReported: ignore,
    ZeroReported: ignore,
    ScreeningClosed: ignore,
  },
});

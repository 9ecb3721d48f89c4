import { screeningIdOf, type DataOf, type RecordedScreeningEvent } from '@mediation/screening/domain';
import { dateInShanghai, tierOfDivision, type Instant, type PlainDate, type Tier } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';

/** One row a round, never changed: the return counts 集中排查次数 by it. */
export type ScreeningRoundRow = {
  plan: string;
  /** Whose round it is. */
  division: string;
  tier: Tier | undefined;
  body: string;
  concentrated: boolean;
  held_on: PlainDate;
  recorded_at: Instant;
  recorded_on: PlainDate;
  /** 零报告. */
  zero: boolean;
  late: boolean;
  findings: number;
};

const round = (
  { stream, metadata }: RecordedScreeningEvent,
  { place, body, kind, heldOn, late }: DataOf<'ZeroReported'>,
  findings: number,
): ScreeningRoundRow => ({
  plan: screeningIdOf(stream),
  division: place,
  tier: tierOfDivision(place),
  body,
  concentrated: kind === 'concentrated',
  held_on: heldOn,
  recorded_at: metadata.recordedAt,
  recorded_on: dateInShanghai(metadata.recordedAt),
  zero: findings === 0,
  late,
  findings,
});

export const screeningRounds = projection<ScreeningRoundRow, RecordedScreeningEvent>()({
  name: 'screening_rounds',
  version: 1,
  rowPerEvent: true,
  key: ({ stream, revision }) => `${screeningIdOf(stream)}:${revision}`,
  on: {
    RoundReported: (_, event) => round(event, event.data, event.data.findings),
    ZeroReported: (_, event) => round(event, event.data, 0),
    ScreeningPlanned: ignore,
    FindingReported: ignore,
    FindingBecameDispute: ignore,
    FindingHandled: ignore,
    FindingMatched: ignore,
    ScreeningClosed: ignore,
  },
});

import { dateInShanghai, type Instant, type PlainDate } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';
import { screeningIdOf, type RecordedScreeningEvent, type ScreeningKind } from '@mediation/screening/domain';

/** What was asked for. Who has reported is counted from the rounds, and overdue is asked of a day. */
export type ScreeningPlanRow = {
  planner: string;
  kind: ScreeningKind;
  theme: string;
  from_on: PlainDate;
  to_on: PlainDate;
  due_on: PlainDate;
  places: readonly string[];
  planned_at: Instant;
  closed_on?: PlainDate | undefined;
  /** Of a closed one: the divisions that never reported. */
  missing?: readonly string[] | undefined;
};

export const screeningPlans = projection<ScreeningPlanRow, RecordedScreeningEvent>()({
  name: 'screening_plans',
  version: 1,
  key: ({ stream }) => screeningIdOf(stream),
  on: {
    ScreeningPlanned: (_, { metadata, data }) => ({
      planner: data.planner,
      kind: data.kind,
      theme: data.theme,
      from_on: data.from,
      to_on: data.to,
      due_on: data.dueOn,
      places: data.places,
      planned_at: metadata.occurredAt,
    }),
    ScreeningClosed: (row, { metadata, data }) =>
      row && { ...row, closed_on: dateInShanghai(metadata.occurredAt), missing: data.missing },
    RoundReported: ignore,
    ZeroReported: ignore,
    FindingReported: ignore,
    FindingBecameDispute: ignore,
    FindingHandled: ignore,
    FindingMatched: ignore,
  },
});

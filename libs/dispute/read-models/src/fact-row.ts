import {
  disputeIdOf,
  type Channel,
  type DifficultyClass,
  type DisputeType,
  type EscalationRisk,
  type Obligation,
  type RecordedDisputeEvent,
  type RiskGrade,
  type Satisfaction,
  type Source,
} from '@mediation/dispute/domain';
import {
  dateInShanghai,
  parseBodyCode,
  type BodyCode,
  type Instant,
  type PlainDate,
  type Tier,
} from '@mediation/kernel';

/** What is counted. `agreed` is an agreement in effect, `confirmed` a court's decision whichever way, `emergency` one concluded. */
export type FactKind =
  | 'registered'
  | 'classified'
  | 'assessed'
  | 'refused'
  | 'accepted'
  | 'declined'
  | 'mediator-appointed'
  | 'agreement-reached'
  | 'agreed'
  | 'obligation-performed'
  | 'performed'
  | 'breached'
  | 'failed'
  | 'terminated'
  | 'withdrawn'
  | 'followed-up'
  | 'closed'
  | 'reopened'
  | 'confirmed'
  | 'time-limit-expired'
  | 'archived'
  | 'risk-raised'
  | 'averted'
  | 'emergency-raised'
  | 'emergency'
  | 'custody-moved'
  | 'supervised'
  | 'linked';

/**
 * One countable fact, as one event told it: never changed afterwards, so that what was known on any day can be counted again.
 * Everything that is counted is counted from these, and the rules of counting are with what counts. A row holds what its own event
 * says and no more: the channel of an agreement is that of the row `accepted` of the same dispute and proceeding.
 */
export type FactRow = {
  dispute: string;
  revision: number;
  kind: FactKind;
  /** When it happened: the day that the event names, else the day it says it occurred. */
  happened_on: PlainDate;
  recorded_at: Instant;
  /** The day the journal learned of it: what decides whether it counts at a cut-off. */
  recorded_on: PlainDate;
  /** The body that the event is about (who mediates, has custody, supervises); where it names none, who recorded it. */
  body: BodyCode;
  tier?: Tier | undefined;
  /** The other body: from whom custody came, to whom a party refuses to be handed. */
  other_body?: BodyCode | undefined;
  proceeding?: number;
  agreement?: number;
  obligation?: number | undefined;
  channel?: Channel;
  source?: Source;
  dispute_type?: DisputeType;
  category?: string | undefined;
  place?: string;
  /** How many: involved in the dispute, in the emergency, kept from going further. */
  people?: number | undefined;
  amount_fen?: number | undefined;
  risk_grade?: RiskGrade | undefined;
  difficulty?: DifficultyClass | undefined;
  risk?: EscalationRisk;
  form?: 'written' | 'oral';
  extent?: 'full' | 'partial';
  /** By when: mediation to be concluded, the last obligation performed, supervision answered. */
  due_on?: PlainDate | undefined;
  mediator?: string;
  /** Why, in the closed list of the event. */
  reason?: string;
  /** What came of it, in the closed list of the event. */
  outcome?: string;
  satisfaction?: Satisfaction;
  escalation_signs?: boolean;
  other_dispute?: string;
};

type Fact = Pick<
  FactRow,
  'dispute' | 'revision' | 'kind' | 'happened_on' | 'recorded_at' | 'recorded_on' | 'body' | 'tier'
>;

/** What every fact has. Where the event names no day, it is the day it occurred; where it names no body, the one that recorded it. */
export const fact = (
  kind: FactKind,
  { stream, revision, metadata }: RecordedDisputeEvent,
  { on, body = metadata.actor.org }: { on?: PlainDate; body?: BodyCode } = {},
): Fact => ({
  dispute: disputeIdOf(stream),
  revision,
  kind,
  happened_on: on ?? dateInShanghai(metadata.occurredAt),
  recorded_at: metadata.recordedAt,
  recorded_on: dateInShanghai(metadata.recordedAt),
  body,
  tier: parseBodyCode(body)?.tier,
});

export const owed = (obligations: readonly Obligation[]): Pick<FactRow, 'amount_fen' | 'due_on'> => {
  const amounts = obligations.flatMap(({ amountFen }) => (amountFen === undefined ? [] : [amountFen]));
  return {
    amount_fen: amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0),
    due_on: obligations
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1),
  };
};

import {
  disputeIdOf,
  type DisputeEventType,
  type EscalationRisk,
  type HandoffReason,
  type RecordedDisputeEvent,
  type RiskGrade,
  type SupervisionReason,
} from '@mediation/dispute/domain';
import { dateInShanghai, type BodyCode, type Instant, type PlainDate } from '@mediation/kernel';
import { projection, type Reducer } from '@mediation/projecting/engine';
import { forEveryEvent } from './every-event';

/** What was done on the file after an order, by a body other than the one that gave it. */
export interface ActAfter {
  readonly type: DisputeEventType;
  readonly by: BodyCode;
  readonly at: Instant;
  readonly on: PlainDate;
}

interface Ordered {
  /** The body that ordered. */
  readonly by: BodyCode;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly replyBy?: PlainDate;
  /** The first act after it; a receipt (签收) is none. */
  readonly reply?: ActAfter;
  readonly acts: number;
}

/** 督办, and 交办 with the body it went to. */
export type Order =
  | (Ordered & { readonly kind: 'supervision'; readonly reason: SupervisionReason })
  | (Ordered & { readonly kind: 'directive'; readonly reason: HandoffReason; readonly to: BodyCode });

/** What says that a risk rises; those of one kind that are still so. */
export type RiskSign =
  | { readonly sign: 'escalation-risk'; readonly risk: EscalationRisk; readonly people: number; readonly on: PlainDate }
  | { readonly sign: 'grade-raised'; readonly from: RiskGrade; readonly to: RiskGrade; readonly on: PlainDate }
  | { readonly sign: 'follow-up'; readonly on: PlainDate };

export type OversightRow = {
  orders: readonly Order[];
  /** When the latest order was given; undefined where there is none. */
  ordered_at: Instant | undefined;
  signs: readonly RiskSign[];
  /** The day of the latest sign that still stands, while the dispute is open. */
  rising_on: PlainDate | undefined;
  risk_grade: RiskGrade | undefined;
};

type Event = RecordedDisputeEvent;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

const NOTHING: OversightRow = {
  orders: [],
  ordered_at: undefined,
  signs: [],
  rising_on: undefined,
  risk_grade: undefined,
};

/** Highest first. */
const GRADES: readonly RiskGrade[] = ['red', 'orange', 'yellow', 'blue'];

const dayOf = ({ metadata }: Event): PlainDate => dateInShanghai(metadata.occurredAt);

/** Orders themselves, receipts, and what the clock alone brings about. */
const NO_REPLY: readonly DisputeEventType[] = [
  'DisputeSupervised',
  'HandoffAcknowledged',
  'HandoffLapsed',
  'TimeLimitExpired',
  'CustodyMoved',
];

const isAct = (event: Event): boolean =>
  !NO_REPLY.includes(event.type) &&
  !(event.type === 'HandoffOffered' && event.data.kind === 'directive') &&
  !event.metadata.actor.roles.includes('system');

const answered = (order: Order, { type, metadata: { actor, occurredAt } }: Event): Order => {
  if (actor.org === order.by) return order;
  const act: ActAfter = { type, by: actor.org, at: occurredAt, on: dateInShanghai(occurredAt) };
  return { ...order, reply: order.reply ?? act, acts: order.acts + 1 };
};

/** Every act after an order answers it. A dispute with no order has nothing to answer, and no row because of it. */
const act: Reducer<OversightRow, Event> = (row, event) =>
  row === undefined || row.orders.length === 0 || !isAct(event)
    ? row
    : { ...row, orders: row.orders.map((order) => answered(order, event)) };

const ordering = (row: OversightRow | undefined, order: Order): OversightRow => ({
  ...(row ?? NOTHING),
  orders: [...(row?.orders ?? []), order],
  ordered_at: order.at,
});

const given = (event: Event, replyBy: PlainDate | undefined): Ordered => ({
  by: event.metadata.actor.org,
  at: event.metadata.occurredAt,
  on: dayOf(event),
  ...(replyBy !== undefined && { replyBy }),
  acts: 0,
});

const withSigns = (row: OversightRow, signs: readonly RiskSign[]): OversightRow => ({
  ...row,
  signs,
  rising_on: signs.at(-1)?.on,
});

const rising = (row: OversightRow | undefined, sign: RiskSign): OversightRow => {
  const before = row ?? NOTHING;
  return withSigns(before, [...before.signs, sign]);
};

const assessed = (row: OversightRow | undefined, event: EventOf<'DisputeAssessed'>): OversightRow | undefined => {
  const to = event.data.riskGrade;
  const from = row?.risk_grade;
  if (to === undefined || to === from) return row;
  const graded: OversightRow = { ...(row ?? NOTHING), risk_grade: to };
  if (from === undefined) return graded;
  return GRADES.indexOf(to) < GRADES.indexOf(from)
    ? rising(graded, { sign: 'grade-raised', from, to, on: dayOf(event) })
    : withSigns(
        graded,
        graded.signs.filter(({ sign }) => sign !== 'grade-raised'),
      );
};

const averted = (row: OversightRow | undefined, risk: EscalationRisk): OversightRow | undefined =>
  row &&
  withSigns(
    row,
    row.signs.filter((sign) => !(sign.sign === 'escalation-risk' && sign.risk === risk)),
  );

/** 督办与风险: a row per dispute that a superior gave an order about, or whose risk was graded or rises. Nothing personal. */
export const oversight = projection<OversightRow, Event>()({
  name: 'oversight',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  on: {
    ...forEveryEvent(() => act),
    DisputeSupervised: (row, event) =>
      ordering(row, { kind: 'supervision', reason: event.data.reason, ...given(event, event.data.replyBy) }),
    HandoffOffered: (row, event) => {
      const { kind, reason, to, replyBy } = event.data;
      return kind === 'directive' ? ordering(row, { kind, reason, to, ...given(event, replyBy) }) : act(row, event);
    },
    DisputeAssessed: (row, event) => assessed(act(row, event), event),
    EscalationRiskRaised: (row, event) => {
      const { risk, people } = event.data;
      return rising(act(row, event), { sign: 'escalation-risk', risk, people, on: dayOf(event) });
    },
    EscalationAverted: (row, event) => averted(act(row, event), event.data.risk),
    DisputeClosed: (row, event) => {
      const after = act(row, event);
      return after?.rising_on === undefined ? after : { ...after, rising_on: undefined };
    },
    DisputeReopened: (row, event) => {
      const after = act(row, event);
      return after && withSigns(after, after.signs);
    },
    FollowUpVisited: (row, event) => {
      const after = act(row, event);
      return event.data.escalationSigns ? rising(after, { sign: 'follow-up', on: event.data.visitedOn }) : after;
    },
  },
});

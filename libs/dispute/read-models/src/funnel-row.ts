import type { Channel, DataOf, DisputeType, HandoffReason, Outcome, Route } from '@mediation/dispute/domain';
import { divisionOf, parseBodyCode, type BodyCode, type PlainDate, type Tier } from '@mediation/kernel';

/** By which attempt it was settled: 首次调解 · 再次调解 · 上报后 · 交办后 · 移交或对接后. */
export const SETTLING_STEPS = ['first', 'again', 'after-escalation', 'after-directive', 'after-link'] as const;
export type SettlingStep = (typeof SETTLING_STEPS)[number];

/** Where a dispute that mediation did not settle went: what was done, or else what people were told of. */
export const DESTINATIONS = [
  'court',
  'police',
  'agency',
  'remedy',
  'told-litigation',
  'told-arbitration',
  'told-administrative',
  'told-several',
  'unknown',
] as const;
export type Destination = (typeof DESTINATIONS)[number];

export type UnresolvedReason =
  | Extract<Outcome, 'failed' | 'refused' | 'breached' | 'uncontactable' | 'outside-scope' | 'suspected-sham'>
  | 'accepted-elsewhere'
  | 'returned-to-court';

interface Acceptance {
  readonly channel: Channel;
  readonly tier: Tier;
  readonly step: SettlingStep;
}

/** The offer that is open, and why: an acceptance moves custody without saying the reason again. */
export interface Offer {
  readonly to: BodyCode;
  readonly kind: DataOf<'HandoffOffered'>['kind'];
  readonly reason: HandoffReason;
}

/** What is folded from one dispute's events. */
export type FunnelCore = {
  registered_on: PlainDate;
  /** Who registered it: the funnel counts a dispute there, wherever it went. */
  body: BodyCode;
  place: string;
  dispute_type: DisputeType;
  custodian: BodyCode;
  path: {
    readonly offer?: Offer | undefined;
    readonly accepted?: Acceptance | undefined;
    /** What brought it to the present custodian. */
    readonly by?: SettlingStep | undefined;
    readonly routes?: readonly Route[] | undefined;
    readonly went?: Destination | undefined;
  };
  /** `settled:<tier>:<channel>:<step>`, `unresolved:<reason>:<destination>`, …; undefined while it is open. */
  result?: string | undefined;
  result_on?: PlainDate | undefined;
  /** `<from tier>-<to tier>:<reason>` of the first time that a higher tier took it over. */
  up?: string | undefined;
  up_on?: PlainDate | undefined;
  /** `returned:<reason>`, `lapsed` or `sent-down:<cause>`: the first time that it came back from above. */
  down?: string | undefined;
  down_on?: PlainDate | undefined;
  /** Of the last event that changed what is counted; text in the global order. */
  changed: string;
};

/** The core, and what its indexes group by. */
export type FunnelRow = FunnelCore & {
  /** The township whose body registered it, or its district where that is the district's own. */
  township: string;
  registered_tier: Tier;
  registered_month: PlainDate;
  result_month: PlainDate | undefined;
  up_month: PlainDate | undefined;
  down_month: PlainDate | undefined;
};

export const tierOf = (body: BodyCode): Tier => parseBodyCode(body)?.tier ?? 'district';
const monthOf = (day: PlainDate | undefined): PlainDate | undefined => day && `${day.slice(0, 7)}-01`;

export const funnelRow = (core: FunnelCore): FunnelRow => ({
  ...core,
  township: divisionOf(core.body).slice(0, 9),
  registered_tier: tierOf(core.body),
  registered_month: `${core.registered_on.slice(0, 7)}-01`,
  result_month: monthOf(core.result_on),
  up_month: monthOf(core.up_on),
  down_month: monthOf(core.down_on),
});

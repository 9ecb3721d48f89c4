import type { CustodyCause, DataOf, Route } from '@mediation/dispute/domain';
import { dateInShanghai, parseBodyCode, type BodyCode, type PlainDate, type Tier } from '@mediation/kernel';
import {
  tierOf,
  type Destination,
  type FunnelCore,
  type Offer,
  type SettlingStep,
  type UnresolvedReason,
} from './funnel-row';

const RANK: Readonly<Record<Tier, number>> = { village: 0, township: 1, district: 2 };
const risesTo = (from: BodyCode, to: BodyCode): boolean => RANK[tierOf(to)] > RANK[tierOf(from)];

export const startOf = (data: DataOf<'DisputeRegistered'>): Omit<FunnelCore, 'changed'> => ({
  registered_on: dateInShanghai(data.registeredAt),
  body: data.custodian,
  place: data.place,
  dispute_type: data.disputeType,
  custodian: data.custodian,
  path: {},
});

const isIn = (row: FunnelCore, group: string): boolean => row.result?.startsWith(group) ?? false;

/** An event never makes a dispute older than its registration: a slip of the date must not put a result before it. */
const on = (row: FunnelCore, day: PlainDate): PlainDate => (day < row.registered_on ? row.registered_on : day);

const ended = (row: FunnelCore, result: string, day: PlainDate): FunnelCore => ({
  ...row,
  result,
  result_on: on(row, day),
});
export const open = (row: FunnelCore): FunnelCore => ({ ...row, result: undefined, result_on: undefined });

const ONLY_ROUTE: Readonly<Record<Route, Destination>> = {
  litigation: 'told-litigation',
  arbitration: 'told-arbitration',
  administrative: 'told-administrative',
};
const destinationOf = ({ went, routes = [] }: FunnelCore['path']): Destination => {
  if (went !== undefined) return went;
  if (routes.length > 1) return 'told-several';
  return routes[0] === undefined ? 'unknown' : ONLY_ROUTE[routes[0]];
};

/** What is learnt afterwards about where an unresolved dispute went. */
export const told = (row: FunnelCore, change: Pick<FunnelCore['path'], 'routes' | 'went'>): FunnelCore => {
  const next = { ...row, path: { ...row.path, ...change } };
  const [group, reason] = (row.result ?? '').split(':');
  return group === 'unresolved' ? { ...next, result: `unresolved:${reason}:${destinationOf(next.path)}` } : next;
};

export const declined = (
  row: FunnelCore,
  { reason, routes }: DataOf<'DisputeNotAccepted'>,
  day: PlainDate,
): FunnelCore => ended(told(row, { routes }), `not-accepted:${reason}`, day);

const unresolved = (row: FunnelCore, reason: UnresolvedReason, day: PlainDate): FunnelCore =>
  ended(row, `unresolved:${reason}:${destinationOf(row.path)}`, day);

/** An agreement in effect, by the latest acceptance; where none is told, by whoever has it. */
export const settled = (row: FunnelCore, day: PlainDate): FunnelCore => {
  const { tier, channel, step } = row.path.accepted ?? {
    tier: tierOf(row.custodian),
    channel: 'peoples' as const,
    step: 'first' as const,
  };
  return ended(row, `settled:${tier}:${channel}:${step}`, day);
};

export const accepted = (row: FunnelCore, { proceeding, channel, body }: DataOf<'DisputeAccepted'>): FunnelCore => {
  const step = row.path.by ?? (proceeding === 1 ? 'first' : 'again');
  return { ...open(row), path: { ...row.path, accepted: { channel, tier: tierOf(body), step } } };
};

const stepBy = (cause: CustodyCause, offer: Offer | undefined): SettlingStep => {
  if (cause === 'directive' || offer?.kind === 'directive') return 'after-directive';
  return offer?.kind === 'escalation' || cause === 'second-bounce' ? 'after-escalation' : 'after-link';
};

export const formalBody = (body: BodyCode): Destination => {
  const kind = parseBodyCode(body)?.kind;
  if (kind === 'pretrial-room') return 'court';
  return kind === 'court' || kind === 'police' ? kind : 'agency';
};

type Move = DataOf<'CustodyMoved'>;

const LEAVING: readonly CustodyCause[] = ['returned-to-court', 'accepted-elsewhere'];
const isLeaving = (cause: CustodyCause): cause is 'returned-to-court' | 'accepted-elsewhere' => LEAVING.includes(cause);

/** The first time that it goes to a higher tier, and the first time that it comes down again. */
const rising = (row: FunnelCore, { from, to, cause, movedAt }: Move, reason: string): Partial<FunnelCore> => {
  const day = on(row, dateInShanghai(movedAt));
  if (risesTo(from, to)) {
    return row.up === undefined ? { up: `${tierOf(from)}-${tierOf(to)}:${reason}`, up_on: day } : {};
  }
  const comesBack = risesTo(to, from) && row.up !== undefined && row.down === undefined;
  return comesBack ? { down: `sent-down:${cause}`, down_on: day } : {};
};

/** Whoever has it next, with whom it is open again unless it was settled, or has left mediation. */
export const moved = (row: FunnelCore, move: Move): FunnelCore => {
  const { to, cause, movedAt } = move;
  const { offer } = row.path;
  const kept = isIn(row, 'settled') ? row : open(row);
  const path = { ...row.path, offer: undefined, by: stepBy(cause, offer) };
  if (isLeaving(cause)) {
    const left = { ...kept, custodian: to, path: { ...path, went: formalBody(to) } };
    return unresolved(left, cause, dateInShanghai(movedAt));
  }
  return { ...kept, ...rising(row, move, offer?.reason ?? cause), custodian: to, path };
};

/** An offer to a higher tier that came to nothing. */
export const turnedBack = (row: FunnelCore, how: string, at: string): FunnelCore => {
  const { offer } = row.path;
  const next = { ...row, path: { ...row.path, offer: undefined } };
  return offer !== undefined && row.down === undefined && risesTo(row.custodian, offer.to)
    ? { ...next, down: how, down_on: on(row, dateInShanghai(at)) }
    : next;
};

/** What closing says where nothing before it did. */
export const closed = (row: FunnelCore, { outcome, closedOn }: DataOf<'DisputeClosed'>): FunnelCore => {
  switch (outcome) {
    case 'settled':
    case 'settled-in-part':
      return row.result === undefined ? settled(row, closedOn) : row;
    case 'settled-by-themselves':
    case 'withdrawn':
      return ended(row, outcome, closedOn);
    case 'not-accepted':
      return isIn(row, outcome) ? row : ended(row, outcome, closedOn);
    default:
      return isIn(row, 'unresolved') ? row : unresolved(row, outcome, closedOn);
  }
};

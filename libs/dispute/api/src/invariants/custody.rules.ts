import type { DataOf } from '@mediation/dispute/domain';
import { consentsTo, refusingAt } from './model';
import {
  areaOf,
  isCourtOrAgency,
  isOfGovernment,
  isPeoples,
  isWithin,
  kindOf,
  mediates,
  together,
  when,
  type Batch,
  type Rule,
} from './rules';

type Moved = DataOf<'CustodyMoved'>;

/** By that body, or by a pre-trial room of that court. */
const referred = (body: string, referrer: string | undefined): boolean => {
  const isRoom = referrer !== undefined && kindOf(referrer) === 'pretrial-room' && isWithin(areaOf(body), referrer);
  return referrer === body || (isRoom && kindOf(body) === 'court');
};

const accepted = ({ from, to }: Moved, { start, events }: Batch): boolean =>
  start.offer !== undefined &&
  start.offer.kind !== 'directive' &&
  start.offer.from === from &&
  start.offer.to === to &&
  events.some(({ type }) => type === 'HandoffAccepted');

const directed = ({ to }: Moved, batch: Batch): boolean =>
  together(batch, 'HandoffOffered').some((offer) => offer.kind === 'directive' && offer.to === to);

const givenBack = (
  { from, to }: Moved,
  { start, events }: Batch,
  type: 'HandoffReturned' | 'HandoffWithdrawn',
): boolean =>
  start.offer?.kind === 'directive' &&
  start.offer.to === from &&
  start.offer.from === to &&
  events.some((event) => event.type === type);

/** Why responsibility may move, and what must be recorded in the same breath. */
const CAUSES: Readonly<Record<Moved['cause'], (moved: Moved, batch: Batch) => boolean>> = {
  'handoff-accepted': accepted,
  directive: directed,
  'directive-returned': (moved, batch) => givenBack(moved, batch, 'HandoffReturned'),
  'directive-withdrawn': (moved, batch) => givenBack(moved, batch, 'HandoffWithdrawn'),
  'second-bounce': (_, { start, events }) =>
    start.bounces >= 1 && events.some(({ type }) => type === 'HandoffReturned'),
  'accepted-elsewhere': ({ to }, batch) => together(batch, 'DisputeTakenUpFormally').some(({ body }) => body === to),
  'returned-to-court': ({ to }, batch) => together(batch, 'DisputeReturnedToCourt').some(({ court }) => court === to),
};

/** A centre over both, neither of the two unless it is the district's own and there is no higher one. */
const decides = (centre: string, from: string, to: string): boolean => {
  const area = centre.slice(0, centre.indexOf('-'));
  const covers = kindOf(centre) === 'center' && isWithin(area, from) && isWithin(area, to);
  return covers && (area.length === 6 || (centre !== from && centre !== to));
};

export const CUSTODY_RULES = {
  'custody moves from who has it, to another body, once in an append': when(
    'CustodyMoved',
    ({ data, before, batch }) =>
      data.from === before.custodian && data.to !== data.from && together(batch, 'CustodyMoved').length === 1,
  ),
  'custody moves only together with what moves it': when('CustodyMoved', ({ data, batch }) =>
    CAUSES[data.cause](data, batch),
  ),
  'a handoff is accepted by the very body it is pending with': when(
    'HandoffAccepted',
    ({ data, before, batch }) => before.offer?.id === data.handoff && before.offer.to === batch.actor.org,
  ),
  'who accepts a handoff is responsible from then on': when(
    'HandoffAccepted',
    ({ before, batch }) => batch.end.custodian === before.offer?.to,
  ),
  'an escalation to a mediating body has every party’s consent': when('HandoffAccepted', ({ before }) => {
    const { offer } = before;
    if (offer?.kind !== 'escalation' || !mediates(offer.to)) return true;
    return before.parties.every((party) => consentsTo(before, party, offer.to));
  }),
  'people’s mediation accepts nothing that a party refuses': when('HandoffAccepted', ({ before }) => {
    const to = before.offer?.to ?? '';
    return !isPeoples(to) || refusingAt(before, to).length === 0;
  }),
  'an offer is the only one pending, and its id is new': when(
    'HandoffOffered',
    ({ data, before }) => before.offer === undefined && !before.offers.includes(data.handoff),
  ),
  'an offer comes from the responsible body, a directive from who gives it': when(
    'HandoffOffered',
    ({ data, before, batch }) =>
      data.from === batch.actor.org &&
      data.to !== data.from &&
      (data.kind === 'directive' || data.from === before.custodian),
  ),
  'an offer moves nothing': when(
    'HandoffOffered',
    ({ data, batch }) => data.kind === 'directive' || together(batch, 'CustodyMoved').length === 0,
  ),
  'only the offered body acknowledges or returns': when(
    ['HandoffAcknowledged', 'HandoffReturned'],
    ({ data, before, batch }) => before.offer?.id === data.handoff && before.offer.to === batch.actor.org,
  ),
  'only the offerer withdraws, or a directive, a formal take-up or a return to court supersedes': when(
    'HandoffWithdrawn',
    ({ data, before, batch }) => {
      if (before.offer?.id !== data.handoff) return false;
      if (data.cause === 'by-offerer') return before.offer.from === batch.actor.org;
      return batch.events.some(({ type }) =>
        ['HandoffOffered', 'DisputeTakenUpFormally', 'DisputeReturnedToCourt'].includes(type),
      );
    },
  ),
  'a lapse ends a pending offer, never a directive, and moves nothing': when(
    'HandoffLapsed',
    ({ data, before, batch }) =>
      before.offer?.id === data.handoff &&
      before.offer.kind !== 'directive' &&
      batch.end.custodian === batch.start.custodian,
  ),
  'a first return leaves responsibility with the offerer': when('HandoffReturned', ({ before, batch }) => {
    if (before.bounces >= 1 || before.offer === undefined) return true;
    return batch.end.custodian === before.offer.from;
  }),
  'a second bounce brings it to a centre over both': when('HandoffReturned', ({ data, before, batch }) => {
    const { offer } = before;
    if (data.bounce !== before.bounces + 1 || offer === undefined) return false;
    return before.bounces < 1 || decides(batch.end.custodian, offer.from, offer.to);
  }),
  'a directive comes from a government body over both sides': when('HandoffOffered', ({ data, before }) => {
    if (data.kind !== 'directive') return true;
    const area = data.from.slice(0, data.from.indexOf('-'));
    return isOfGovernment(data.from) && isWithin(area, before.custodian) && isWithin(area, data.to);
  }),
  'a directive moves responsibility at once': when(
    'HandoffOffered',
    ({ data, batch }) => data.kind !== 'directive' || batch.end.custodian === data.to,
  ),
  'a directive never breaks into a running proceeding': when(
    'HandoffOffered',
    ({ data, batch }) => data.kind !== 'directive' || batch.start.proceeding === undefined,
  ),
  'a directive never sends to people’s mediation what a party refuses': when(
    'HandoffOffered',
    ({ data, before }) => data.kind !== 'directive' || !isPeoples(data.to) || refusingAt(before, data.to).length === 0,
  ),
  'only a court or an agency takes a dispute up formally': when(
    'DisputeTakenUpFormally',
    ({ data, before, batch }) => isCourtOrAgency(data.body) && [data.body, before.custodian].includes(batch.actor.org),
  ),
  'a formal take-up ends a people’s proceeding and brings responsibility, unless that body referred it': when(
    'DisputeTakenUpFormally',
    ({ data, before, batch: { end } }) => {
      if (referred(data.body, before.referrer))
        return end.custodian === before.custodian && end.proceeding?.n === before.proceeding?.n;
      return end.custodian === data.body && (end.proceeding === undefined || !isPeoples(end.proceeding.body));
    },
  ),
  'a link is the word of the responsible body or of a government body over it, and moves nothing': when(
    'DisputeLinked',
    ({ before, batch: { actor, start, end, events } }) => {
      const oversees = isOfGovernment(actor.org) && isWithin(areaOf(actor.org), before.custodian);
      const movesNothing = end.custodian === start.custodian && end.phase === start.phase && events.length === 1;
      return (actor.org === before.custodian || oversees) && movesNothing;
    },
  ),
} satisfies Readonly<Record<string, Rule>>;

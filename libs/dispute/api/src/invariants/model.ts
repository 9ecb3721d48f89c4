import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import { followAuthorities, noAuthorities, type AuthoritiesModel } from './model.authorities';

export interface Offer {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export interface Owed {
  readonly due: number | undefined;
  readonly paid: number;
  readonly done: boolean;
}

/** An agreement: the hands put to it (parties, `mediator`, `seal`) with the latest day of them, and what is owed under it. */
export interface Deal {
  readonly form: 'written' | 'oral';
  readonly full: boolean;
  readonly hands: readonly string[];
  readonly lastOn: string;
  readonly owed: Readonly<Record<number, Owed>>;
  readonly state: 'open' | 'dead' | 'bound' | 'fulfilled';
}

/**
 * What the monitor remembers of a dispute. It is folded on its own, from the events' meaning and not from the domain's state, so that a
 * mistake in one is not repeated in the other.
 */
export interface Model extends AuthoritiesModel {
  readonly phase: 'absent' | 'open' | 'closed';
  readonly custodian: string;
  readonly heldBy: readonly string[];
  readonly parties: readonly string[];
  /** Parties that refused mediation and have not taken it back. */
  readonly refusing: readonly string[];
  /** `party>body`: agreed to go there, and has refused nothing since. */
  readonly consents: readonly string[];
  readonly offer: Offer | undefined;
  readonly offers: readonly string[];
  readonly bounces: number;
  readonly referrer: string | undefined;
  readonly proceeding: { readonly n: number; readonly body: string } | undefined;
  readonly proceedings: number;
  /** Whose proceedings there have been. */
  readonly mediatedBy: readonly string[];
  readonly dossier: 'none' | 'open' | 'archived';
  readonly units: readonly string[];
  readonly deals: Readonly<Record<number, Deal>>;
}

export const nothing: Model = {
  phase: 'absent',
  custodian: '',
  heldBy: [],
  parties: [],
  refusing: [],
  consents: [],
  offer: undefined,
  offers: [],
  bounces: 0,
  referrer: undefined,
  proceeding: undefined,
  proceedings: 0,
  mediatedBy: [],
  dossier: 'none',
  units: [],
  deals: {},
  ...noAuthorities,
};

const consent = (party: string, body: string): string => `${party}>${body}`;
export const consentsTo = (m: Model, party: string, body: string): boolean => m.consents.includes(consent(party, body));

/** Who still refuses mediation by that body. */
export const refusingAt = (m: Model, body: string): readonly string[] =>
  m.refusing.filter((party) => !consentsTo(m, party, body));

export const isComplete = (m: Model, deal: Deal): boolean =>
  [...m.parties, 'mediator', 'seal'].every((hand) => deal.hands.includes(hand));

const withDeal = (m: Model, n: number, change: (deal: Deal) => Partial<Deal>): Model => {
  const deal = m.deals[n];
  return deal === undefined ? m : { ...m, deals: { ...m.deals, [n]: { ...deal, ...change(deal) } } };
};

const withHand = (m: Model, n: number, hand: { readonly by: string; readonly on: string }): Model =>
  withDeal(m, n, ({ hands, lastOn }) => ({ hands: [...hands, hand.by], lastOn: hand.on > lastOn ? hand.on : lastOn }));

/** The proceeding is over, and with it what nobody had finished signing. */
const ended = (m: Model): Model => {
  const deals = Object.entries(m.deals).map(([n, deal]): [string, Deal] =>
    deal.state === 'open' ? [n, { ...deal, state: 'dead' }] : [n, deal],
  );
  return { ...m, proceeding: undefined, deals: Object.fromEntries(deals) };
};

const reached = (m: Model, { agreement, form, extent, obligations }: DataOf<'AgreementReached'>): Model => {
  const owed = obligations.map(({ id, amountFen }): [number, Owed] => [id, { due: amountFen, paid: 0, done: false }]);
  const deal: Deal = {
    form,
    full: extent === 'full',
    hands: [],
    lastOn: '',
    owed: Object.fromEntries(owed),
    state: 'open',
  };
  return { ...m, deals: { ...m.deals, [agreement]: deal } };
};

const tookEffect = (m: Model, n: number): Model => {
  const next = withDeal(m, n, () => ({ state: 'bound' }));
  return m.deals[n]?.full ? ended(next) : next;
};

const paid = (m: Model, { agreement, obligation, amountFen, complete }: DataOf<'ObligationPerformed'>): Model =>
  withDeal(m, agreement, ({ owed }) => {
    const before = owed[obligation] ?? { due: undefined, paid: 0, done: false };
    return { owed: { ...owed, [obligation]: { ...before, paid: before.paid + (amountFen ?? 0), done: complete } } };
  });

const refused = (m: Model, { party, to }: DataOf<'PartyRefused'>): Model => {
  const gone = (each: string): boolean =>
    to === undefined ? each.startsWith(`${party}>`) : each === consent(party, to);
  const consents = m.consents.filter((each) => !gone(each));
  return to === undefined ? { ...m, consents, refusing: [...new Set([...m.refusing, party])] } : { ...m, consents };
};

const moved = (m: Model, { to, cause }: DataOf<'CustodyMoved'>): Model => ({
  ...m,
  custodian: to,
  heldBy: [...new Set([...m.heldBy, to])],
  refusing: refusingAt(m, to),
  referrer: cause === 'handoff-accepted' ? m.referrer : undefined,
  bounces: cause === 'second-bounce' ? 0 : m.bounces,
});

export type Follow = { readonly [T in DisputeEventType]?: (m: Model, data: DataOf<T>) => Model };

const follow: Follow = {
  DisputeRegistered: (_, { custodian, parties }) => ({
    ...nothing,
    phase: 'open',
    custodian,
    heldBy: [custodian],
    parties: parties.map(({ id }) => id),
  }),
  PartyConsented: (m, { party, to }) =>
    to === undefined
      ? { ...m, refusing: m.refusing.filter((each) => each !== party) }
      : { ...m, consents: [...m.consents, consent(party, to)] },
  PartyRefused: refused,
  HandoffOffered: (m, { handoff, kind, from, to }) => ({
    ...m,
    offer: { id: handoff, kind, from, to },
    offers: [...m.offers, handoff],
  }),
  HandoffAccepted: (m) => ({ ...m, offer: undefined, bounces: 0, referrer: m.offer?.from }),
  HandoffReturned: (m) => ({ ...m, offer: undefined, bounces: m.bounces + 1 }),
  HandoffWithdrawn: (m) => ({ ...m, offer: undefined }),
  HandoffLapsed: (m) => ({ ...m, offer: undefined }),
  CustodyMoved: moved,
  DisputeAccepted: (m, { proceeding, body }) => ({
    ...m,
    proceeding: { n: proceeding, body },
    proceedings: proceeding,
    mediatedBy: [...m.mediatedBy, body],
  }),
  MediationFailed: ended,
  MediationTerminated: ended,
  AgreementReached: reached,
  AgreementSuperseded: (m, { agreement }) => withDeal(m, agreement, () => ({ state: 'dead' })),
  AgreementSignedByParty: (m, { agreement, party, signedOn }) => withHand(m, agreement, { by: party, on: signedOn }),
  AgreementSignedByMediator: (m, { agreement, signedOn }) => withHand(m, agreement, { by: 'mediator', on: signedOn }),
  AgreementSealed: (m, { agreement, sealedOn }) => withHand(m, agreement, { by: 'seal', on: sealedOn }),
  AgreementTookEffect: (m, { agreement }) => tookEffect(m, agreement),
  ObligationPerformed: paid,
  AgreementPerformed: (m, { agreement }) => withDeal(m, agreement, () => ({ state: 'fulfilled' })),
  ResponseDispatched: (m, { unit }) => ({ ...m, units: [...m.units, unit] }),
  EmergencyRaised: (m) => ({ ...m, units: [] }),
  ...followAuthorities,
  DisputeClosed: (m) => ({ ...m, phase: 'closed' }),
  DisputeReopened: (m) => ({ ...m, phase: 'open', dossier: m.dossier === 'none' ? 'none' : 'open' }),
  DossierOpened: (m) => ({ ...m, dossier: 'open' }),
  DisputeArchived: (m) => ({ ...m, dossier: 'archived' }),
};

/** What the monitor knows after one more event. */
export const after = (m: Model, event: DisputeEvent): Model => {
  const step = follow[event.type] as ((m: Model, data: DisputeEvent['data']) => Model) | undefined;
  return step === undefined ? m : step(m, event.data);
};

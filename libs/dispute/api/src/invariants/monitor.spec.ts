import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import {
  BUREAU,
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_CENTER,
  FAR_VILLAGE,
  NEIGHBOUR,
  OFFICE,
  POLICE,
  TOWNSHIP,
  VILLAGE,
} from './bodies';
import type { AUTHORITY_RULES } from './authority.rules';
import type { DOSSIER_RULES } from './dossier.rules';
import type { COURT_RULES } from './court.rules';
import { Monitor, type Append, type RuleName } from './monitor';

const AT = '2025-03-10T12:00:00+08:00';
const DAY = '2025-03-10';

const e = <T extends DisputeEventType>(type: T, data: Partial<DataOf<T>> = {}): DisputeEvent =>
  ({ type, data }) as unknown as DisputeEvent;
const by = (org: string, ...events: DisputeEvent[]): Append => ({
  events,
  actor: { sub: 'someone', org, roles: [] },
  occurredAt: AT,
});
const bySystem = (...events: DisputeEvent[]): Append => ({
  ...by(DISTRICT_CENTER, ...events),
  actor: { sub: 'timer', org: DISTRICT_CENTER, roles: ['system'] },
});

const registered = (custodian: string) =>
  e('DisputeRegistered', {
    custodian,
    parties: [
      { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
      { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
    ],
  });
const opened = by(VILLAGE, registered(VILLAGE));
const accept = (proceeding = 1, body = VILLAGE, channel: 'peoples' | 'judicial' = 'peoples') =>
  e('DisputeAccepted', { proceeding, body, channel });
const begun = by(VILLAGE, accept());
const terminated = (reason: 'handed-off' | 'accepted-elsewhere' | 'party-refused' = 'handed-off') =>
  e('MediationTerminated', { proceeding: 1, reason });
const failed = by(VILLAGE, e('MediationFailed', { proceeding: 1 }));
const refuse = (party = 'p2', to?: string) => e('PartyRefused', { party, ...(to && { to }) });
const agreeTo = (to: string) => by(VILLAGE, ...['p1', 'p2'].map((party) => e('PartyConsented', { party, to })));

const offer = (to: string, change: Partial<DataOf<'HandoffOffered'>> = {}) =>
  e('HandoffOffered', { handoff: 'h1', kind: 'transfer', from: VILLAGE, to, ...change });
const offered = (to: string, change: Partial<DataOf<'HandoffOffered'>> = {}) => by(VILLAGE, offer(to, change));
const take = (handoff = 'h1') => e('HandoffAccepted', { handoff });
const giveBack = (bounce: number, handoff = 'h1') => e('HandoffReturned', { handoff, bounce });
const withdraw = (cause: 'by-offerer' | 'superseded', handoff = 'h1') => e('HandoffWithdrawn', { handoff, cause });
const move = (from: string, to: string, cause: DataOf<'CustodyMoved'>['cause']) =>
  e('CustodyMoved', { from, to, cause });
const directive = (from: string, to: string, handoff = 'h1') => offer(to, { handoff, kind: 'directive', from });
const directed = by(CENTER, directive(CENTER, TOWNSHIP), move(VILLAGE, TOWNSHIP, 'directive'));
const linked = e('DisputeLinked', { to: 'other', relation: 'duplicate' });
const takenUp = (body: string) => e('DisputeTakenUpFormally', { body });

const reach = (form: 'written' | 'oral', agreement = 1, obligations: DataOf<'AgreementReached'>['obligations'] = []) =>
  e('AgreementReached', { agreement, proceeding: 1, form, extent: 'full', obligations });
const OWED = [{ id: 1, debtor: 'p2', amountFen: 100, dueOn: DAY }];
const sign = (party: string, signedOn = '2025-03-08') => e('AgreementSignedByParty', { agreement: 1, party, signedOn });
const signAsMediator = (signedOn = '2025-03-09') => e('AgreementSignedByMediator', { agreement: 1, signedOn });
const seal = (sealedOn = '2025-03-08') => e('AgreementSealed', { agreement: 1, sealedOn });
const effect = (effectiveOn = '2025-03-09', agreement = 1) => e('AgreementTookEffect', { agreement, effectiveOn });
const perform = (amountFen: number, complete: boolean) =>
  e('ObligationPerformed', { agreement: 1, obligation: 1, amountFen, complete });
const performed = e('AgreementPerformed', { agreement: 1 });
const oral = by(VILLAGE, reach('oral', 1, OWED), effect(DAY));
const closed = by(VILLAGE, e('DisputeClosed'));
const session = e('SessionHeld', { proceeding: 1 });

/** The rules that the last append broke; those before it must be sound. */
const verdicts = (...appends: readonly Append[]): readonly RuleName[] => {
  const monitor = new Monitor();
  const seen = appends.map((append) => monitor.see(append));
  expect(seen.slice(0, -1).flat()).toStrictEqual([]);
  return seen.at(-1) ?? [];
};

const returnedOnce = [opened, offered(POLICE), by(POLICE, giveBack(1)), offered(OFFICE, { handoff: 'h2' })];

const SOUND: Readonly<Record<string, readonly Append[]>> = {
  'a transfer accepted in the middle of mediation': [
    opened,
    begun,
    offered(POLICE),
    by(POLICE, e('HandoffAcknowledged', { handoff: 'h1' })),
    by(POLICE, take(), terminated(), move(VILLAGE, POLICE, 'handoff-accepted')),
  ],
  'an escalation everyone consented to': [
    opened,
    agreeTo(TOWNSHIP),
    offered(TOWNSHIP, { kind: 'escalation' }),
    by(TOWNSHIP, take(), move(VILLAGE, TOWNSHIP, 'handoff-accepted')),
  ],
  'a second bounce to the township’s centre': [
    ...returnedOnce,
    by(OFFICE, giveBack(2, 'h2'), move(VILLAGE, CENTER, 'second-bounce')),
  ],
  'a directive given, withdrawn, given again and returned': [
    opened,
    directed,
    by(CENTER, withdraw('by-offerer'), move(TOWNSHIP, CENTER, 'directive-withdrawn')),
    by(CENTER, directive(CENTER, TOWNSHIP, 'h2'), move(CENTER, TOWNSHIP, 'directive')),
    by(TOWNSHIP, giveBack(1, 'h2'), move(TOWNSHIP, CENTER, 'directive-returned')),
  ],
  'a directive that supersedes an offer': [
    opened,
    offered(POLICE),
    by(CENTER, withdraw('superseded'), directive(CENTER, TOWNSHIP, 'h2'), move(VILLAGE, TOWNSHIP, 'directive')),
  ],
  'a lapse': [opened, offered(POLICE), bySystem(e('HandoffLapsed', { handoff: 'h1' }))],
  'a refusal taken back by going elsewhere': [
    opened,
    begun,
    by(VILLAGE, refuse(), terminated('party-refused')),
    agreeTo(TOWNSHIP),
    offered(TOWNSHIP, { kind: 'escalation' }),
    by(TOWNSHIP, take(), move(VILLAGE, TOWNSHIP, 'handoff-accepted')),
    by(TOWNSHIP, accept(2, TOWNSHIP)),
  ],
  'a take-up by the court that had referred it': [
    by(COURT, registered(COURT)),
    by(COURT, offer(VILLAGE, { from: COURT, kind: 'court-link' })),
    by(VILLAGE, take(), move(COURT, VILLAGE, 'handoff-accepted')),
    begun,
    by(COURT, takenUp(COURT)),
  ],
  'a take-up by another': [
    opened,
    begun,
    by(VILLAGE, takenUp(COURT), terminated('accepted-elsewhere'), move(VILLAGE, COURT, 'accepted-elsewhere')),
  ],
  'a link by who has it, and by the centre over that': [opened, by(VILLAGE, linked), by(CENTER, linked)],
  'a written agreement, performed, closed, reopened on breach': [
    opened,
    begun,
    by(VILLAGE, reach('written', 1, OWED)),
    by(VILLAGE, seal()),
    by(VILLAGE, sign('p2')),
    by(VILLAGE, signAsMediator()),
    by(VILLAGE, sign('p1'), effect()),
    by(VILLAGE, perform(40, false)),
    by(VILLAGE, perform(60, true), performed),
    closed,
    by(VILLAGE, e('FollowUpVisited')),
    by(VILLAGE, e('AgreementBreached', { agreement: 1 }), e('DisputeReopened')),
    by(VILLAGE, accept(2)),
  ],
};

/** One way to break each rule: the last append must be caught. */
/** Rules whose breaking is shown in a spec of their own. */
type Elsewhere = keyof typeof AUTHORITY_RULES | keyof typeof COURT_RULES | keyof typeof DOSSIER_RULES;

const BROKEN: Readonly<Record<Exclude<RuleName, Elsewhere>, readonly Append[]>> = {
  'custody moves from who has it, to another body, once in an append': [
    opened,
    offered(POLICE),
    by(POLICE, take(), move(TOWNSHIP, POLICE, 'handoff-accepted')),
  ],
  'custody moves only together with what moves it': [opened, by(CENTER, move(VILLAGE, TOWNSHIP, 'directive'))],
  'a handoff is accepted by the very body it is pending with': [
    opened,
    offered(POLICE),
    by(CENTER, take(), move(VILLAGE, POLICE, 'handoff-accepted')),
  ],
  'who accepts a handoff is responsible from then on': [opened, offered(POLICE), by(POLICE, take())],
  'an escalation to a mediating body has every party’s consent': [
    opened,
    agreeTo(TOWNSHIP),
    offered(TOWNSHIP, { kind: 'escalation' }),
    by(VILLAGE, refuse('p1', TOWNSHIP)),
    by(TOWNSHIP, take(), move(VILLAGE, TOWNSHIP, 'handoff-accepted')),
  ],
  'people’s mediation accepts nothing that a party refuses': [
    opened,
    offered(NEIGHBOUR),
    by(VILLAGE, refuse()),
    by(NEIGHBOUR, take(), move(VILLAGE, NEIGHBOUR, 'handoff-accepted')),
  ],
  'an offer is the only one pending, and its id is new': [opened, offered(POLICE), offered(OFFICE, { handoff: 'h2' })],
  'an offer comes from the responsible body, a directive from who gives it': [
    opened,
    by(CENTER, offer(POLICE, { from: VILLAGE })),
  ],
  'an offer moves nothing': [opened, by(VILLAGE, offer(POLICE), move(VILLAGE, POLICE, 'handoff-accepted'))],
  'only the offered body acknowledges or returns': [opened, offered(POLICE), by(VILLAGE, giveBack(1))],
  'only the offerer withdraws, or a directive, a formal take-up or a return to court supersedes': [
    opened,
    offered(POLICE),
    by(VILLAGE, withdraw('superseded')),
  ],
  'a lapse ends a pending offer, never a directive, and moves nothing': [
    opened,
    directed,
    bySystem(e('HandoffLapsed', { handoff: 'h1' })),
  ],
  'a first return leaves responsibility with the offerer': [
    opened,
    offered(POLICE),
    by(POLICE, giveBack(1), move(VILLAGE, CENTER, 'second-bounce')),
  ],
  'a second bounce brings it to a centre over both': [
    ...returnedOnce,
    by(OFFICE, giveBack(2, 'h2'), move(VILLAGE, FAR_CENTER, 'second-bounce')),
  ],
  'a directive comes from a government body over both sides': [
    by(FAR_VILLAGE, registered(FAR_VILLAGE)),
    by(DISTRICT_CENTER, directive(CENTER, TOWNSHIP), move(FAR_VILLAGE, TOWNSHIP, 'directive')),
  ],
  'a directive moves responsibility at once': [opened, by(CENTER, directive(CENTER, TOWNSHIP))],
  'a directive never breaks into a running proceeding': [
    opened,
    begun,
    by(CENTER, directive(CENTER, TOWNSHIP), terminated(), move(VILLAGE, TOWNSHIP, 'directive')),
  ],
  'a directive never sends to people’s mediation what a party refuses': [
    opened,
    by(VILLAGE, refuse()),
    by(BUREAU, directive(BUREAU, TOWNSHIP), move(VILLAGE, TOWNSHIP, 'directive')),
  ],
  'only a court or an agency takes a dispute up formally': [
    opened,
    by(VILLAGE, takenUp(TOWNSHIP), move(VILLAGE, TOWNSHIP, 'accepted-elsewhere')),
  ],
  'a formal take-up ends a people’s proceeding and brings responsibility, unless that body referred it': [
    opened,
    begun,
    by(VILLAGE, takenUp(COURT)),
  ],
  'a link is the word of the responsible body or of a government body over it, and moves nothing': [
    opened,
    by(OFFICE, linked),
  ],
  'a dispute is registered once, first, by who is then responsible': [opened, opened],
  'only who holds, held, is offered, was sent or brought in, or oversees acts': [
    opened,
    by(NEIGHBOUR, e('DisputeAssessed', { riskGrade: 'red' })),
  ],
  'nothing comes after closing but what follows a settlement or is others’ business': [
    opened,
    begun,
    failed,
    closed,
    by(VILLAGE, e('DisputeAssessed', { riskGrade: 'red' })),
  ],
  'nothing is left hanging when a dispute is closed': [opened, offered(POLICE), closed],
  'one proceeding runs at a time, numbered on': [opened, begun, by(VILLAGE, accept(2))],
  'the responsible body begins, in its own channel': [opened, by(VILLAGE, accept(1, VILLAGE, 'judicial'))],
  'a running proceeding is the responsible body’s': [
    opened,
    begun,
    offered(POLICE),
    by(POLICE, take(), move(VILLAGE, POLICE, 'handoff-accepted')),
  ],
  'what belongs to a proceeding happens in the one that runs': [opened, begun, failed, by(VILLAGE, session)],
  'nothing is mediated while a refusal stands': [opened, by(VILLAGE, refuse()), begun],
  'a refusal ends what runs at once': [opened, begun, by(VILLAGE, refuse())],
  'a hand is put once, to an agreement still open': [
    opened,
    begun,
    by(VILLAGE, reach('written')),
    by(VILLAGE, sign('p1')),
    by(VILLAGE, sign('p1')),
  ],
  'a written agreement binds once, with every hand, on the latest day': [
    opened,
    begun,
    by(VILLAGE, reach('written', 1, OWED)),
    by(VILLAGE, sign('p1')),
    by(VILLAGE, sign('p2')),
    by(VILLAGE, signAsMediator(), effect()),
  ],
  'an oral agreement binds that day': [opened, begun, by(VILLAGE, reach('oral', 1, OWED), effect('2025-03-09'))],
  'an agreement with every hand, or oral, is not left unbound': [
    opened,
    begun,
    by(VILLAGE, reach('written')),
    by(VILLAGE, sign('p1'), sign('p2'), signAsMediator()),
    by(VILLAGE, seal()),
  ],
  'one agreement is being signed at a time': [
    opened,
    begun,
    by(VILLAGE, reach('written')),
    by(VILLAGE, reach('written', 2)),
  ],
  'money is whole fen': [opened, begun, by(VILLAGE, reach('written', 1, [{ ...OWED[0]!, amountFen: 0.5 }]))],
  'no more is paid than is owed, and only under what binds': [
    opened,
    begun,
    oral,
    by(VILLAGE, perform(60, false)),
    by(VILLAGE, perform(60, true)),
  ],
  'an agreement is performed with its last obligation': [opened, begun, oral, by(VILLAGE, performed)],
  'an agreement with nothing left to perform is performed': [opened, begun, oral, by(VILLAGE, perform(100, true))],
};

/** More ways, where a rule forbids several things. */
const ALSO_BROKEN: readonly (readonly [RuleName, readonly Append[]])[] = [
  [
    'custody moves from who has it, to another body, once in an append',
    [opened, offered(POLICE), by(POLICE, take(), move(VILLAGE, VILLAGE, 'handoff-accepted'))],
  ],
  [
    'custody moves only together with what moves it',
    [opened, directed, by(TOWNSHIP, take(), move(TOWNSHIP, POLICE, 'handoff-accepted'))],
  ],
  [
    'custody moves only together with what moves it',
    [opened, offered(POLICE), by(POLICE, giveBack(1), move(VILLAGE, CENTER, 'directive-returned'))],
  ],
  ['a handoff is accepted by the very body it is pending with', [opened, by(VILLAGE, take())]],
  [
    'an offer is the only one pending, and its id is new',
    [opened, offered(POLICE), by(VILLAGE, withdraw('by-offerer')), offered(OFFICE)],
  ],
  [
    'only the offered body acknowledges or returns',
    [opened, offered(POLICE), by(POLICE, giveBack(1)), by(POLICE, giveBack(2))],
  ],
  [
    'only the offerer withdraws, or a directive, a formal take-up or a return to court supersedes',
    [opened, offered(POLICE), by(POLICE, withdraw('by-offerer'))],
  ],
  ['a second bounce brings it to a centre over both', [...returnedOnce, by(OFFICE, giveBack(2, 'h2'))]],
  [
    'a directive comes from a government body over both sides',
    [opened, by(OFFICE, directive(OFFICE, TOWNSHIP), move(VILLAGE, TOWNSHIP, 'directive'))],
  ],
  [
    'a formal take-up ends a people’s proceeding and brings responsibility, unless that body referred it',
    [
      by(COURT, registered(COURT)),
      by(COURT, offer(VILLAGE, { from: COURT, kind: 'court-link' })),
      by(VILLAGE, take(), move(COURT, VILLAGE, 'handoff-accepted')),
      begun,
      by(COURT, takenUp(COURT), terminated('accepted-elsewhere'), move(VILLAGE, COURT, 'accepted-elsewhere')),
    ],
  ],
  [
    'a formal take-up ends a people’s proceeding and brings responsibility, unless that body referred it',
    [
      by(COURT, registered(COURT)),
      by(COURT, offer(VILLAGE, { from: COURT, kind: 'court-link' })),
      by(VILLAGE, take(), move(COURT, VILLAGE, 'handoff-accepted')),
      by(DISTRICT_CENTER, directive(DISTRICT_CENTER, TOWNSHIP, 'h2'), move(VILLAGE, TOWNSHIP, 'directive')),
      by(COURT, takenUp(COURT)),
    ],
  ],
  [
    'a link is the word of the responsible body or of a government body over it, and moves nothing',
    [opened, by(VILLAGE, linked, e('DisputeClosed'))],
  ],
  ['a dispute is registered once, first, by who is then responsible', [begun]],
  ['a dispute is registered once, first, by who is then responsible', [by(POLICE, registered(VILLAGE))]],
  [
    'a written agreement binds once, with every hand, on the latest day',
    [
      opened,
      begun,
      by(VILLAGE, reach('written', 1, OWED)),
      by(VILLAGE, sign('p1'), sign('p2'), signAsMediator(), seal(), effect('2025-03-10')),
    ],
  ],
  [
    'a hand is put once, to an agreement still open',
    [opened, begun, by(VILLAGE, reach('written')), failed, by(VILLAGE, sign('p1'))],
  ],
  [
    'no more is paid than is owed, and only under what binds',
    [opened, begun, oral, by(VILLAGE, perform(60, true), performed)],
  ],
];

describe('the monitor', () => {
  it.each(Object.entries(SOUND))('finds nothing wrong with %s', (_, appends) =>
    expect(verdicts(...appends)).toStrictEqual([]),
  );

  it.each(Object.entries(BROKEN))('catches what breaks: %s', (rule, appends) =>
    expect(verdicts(...appends)).toContain(rule),
  );

  it.each(ALSO_BROKEN)('catches, too, what breaks: %s (%#)', (rule, appends) =>
    expect(verdicts(...appends)).toContain(rule),
  );
});

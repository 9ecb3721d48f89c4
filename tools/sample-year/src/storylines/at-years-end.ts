import { acknowledge, direct, handOver, offer } from '../handing-over';
import { raiseIncident } from '../incident';
import { beginMediation, fail } from '../mediating';
import { refer, register } from '../opening';
import type { Script } from '../script';
import { agree } from '../settling';
import { inTurn, storyline } from '../storyline';

const justRegistered = (s: Script): void => register(s, s.around.village);

/** The crowd is still there as the year ends. */
const incidentRunning = (s: Script): void => {
  register(s, s.around.committee);
  raiseIncident(s, 35);
};

/** None by a court: its referral lapses by itself. */
const unansweredReferral = (s: Script, turn: number): void => {
  const links = [
    [s.around.police, 'police-link'],
    [s.around.petitionOffice, 'petition-link'],
    [s.around.housingAgency, 'transfer'],
  ] as const;
  const [room, kind] = inTurn(links, turn);
  refer(s, room, { to: s.around.committee, kind });
  if (turn % 2 === 0) acknowledge(s, s.around.committee);
};

const waitingAtCentre = (s: Script): void => {
  register(s, s.around.committee);
  handOver(s, { kind: 'escalation', to: s.around.districtCentre, reason: 'outside-competence' });
};

/** The next session is in January. */
const stillTalking = (s: Script): void => {
  register(s, s.around.village);
  beginMediation(s);
};

/** One party wants to think it over; or only the seal is missing. */
const notYetInForce = (s: Script, turn: number): void => {
  register(s, s.around.village);
  beginMediation(s);
  agree(s, { form: 'written' });
  const signatures = [...s.parties.map((party) => ({ party })), { mediator: s.mediator }];
  const given = turn % 2 === 0 ? signatures.slice(0, 1) : signatures;
  given.forEach((signature) => s.do(`agreements/${s.agreements}/signatures`, signature));
};

/** Failed in the village, offered upwards, and no answer before the year is out. */
const unansweredEscalation = (s: Script, turn: number): void => {
  register(s, s.around.village);
  beginMediation(s);
  fail(s.days(1, 3));
  offer(s, { kind: 'escalation', to: s.around.committee, reason: 'mediation-failed' });
  if (turn % 2 === 1) acknowledge(s, s.around.committee);
};

/** Beyond the village, and the year is over before anyone can answer. */
const justEscalated = (s: Script): void => {
  register(s, s.around.village);
  offer(s, { kind: 'escalation', to: s.around.committee, reason: 'beyond-capacity' });
};

const unansweredTransfer = (s: Script): void => {
  register(s, s.around.committee);
  beginMediation(s);
  fail(s.days(1, 3));
  offer(s, { kind: 'transfer', to: s.around.labourAgency, reason: 'outside-competence' });
};

const unansweredDirective = (s: Script): void => {
  register(s, s.around.village);
  beginMediation(s);
  fail(s.days(1, 3));
  direct(s, { from: s.around.centre, to: s.around.judicialOffice }, 'mediation-failed');
};

const SOON_OVERDUE = { from: '12-01', until: '12-08' } as const;
const LAST_DAYS = { from: '12-26', until: '12-31' } as const;
const NO = { mediated: false } as const;
const BY_PHONE = { 'hotline-12345': 1 } as const;

export const AT_YEARS_END = [
  storyline('just-registered', 8, justRegistered, { ...NO, ...LAST_DAYS }),
  storyline('incident-running', 1, incidentRunning, { ...NO, from: '12-31', until: '12-31', types: { labour: 1 } }),
  storyline('referral-overdue', 5, unansweredReferral, { ...NO, ...SOON_OVERDUE, sources: BY_PHONE }),
  storyline('referral-open', 4, unansweredReferral, { ...NO, from: '12-30', until: '12-31', sources: BY_PHONE }),
  storyline('waiting-at-centre', 2, waitingAtCentre, { ...NO, from: '12-15', until: '12-22' }),
  storyline('still-talking', 8, stillTalking, { from: '12-15', until: '12-19' }),
  storyline('not-yet-in-force', 6, notYetInForce, { from: '12-15', until: '12-19' }),
  storyline('escalation-overdue', 4, unansweredEscalation, SOON_OVERDUE),
  storyline('just-escalated', 3, justEscalated, { ...NO, from: '12-30', until: '12-31' }),
  storyline('transfer-overdue', 2, unansweredTransfer, { ...SOON_OVERDUE, types: { labour: 1 } }),
  storyline('directive-overdue', 2, unansweredDirective, SOON_OVERDUE),
];

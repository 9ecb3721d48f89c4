import { acknowledge, direct, handOver, lapse, offer, sendBack, takeOver, withdrawOffer } from '../handing-over';
import { beginMediation, fail } from '../mediating';
import { refer, register } from '../opening';
import type { Script } from '../script';
import { agree, close, followUp, perform, settleInWriting, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

const failedAtVillage = (s: Script): void => {
  register(s, s.around.village);
  beginMediation(s);
  fail(s.days(2, 12));
};

const application = (s: Script): void => {
  register(s, s.around.committee);
  s.do('triage', { channel: 'peoples' });
  settleInWriting(s);
};

const escalatedAfterFailure = (s: Script): void => {
  failedAtVillage(s);
  handOver(s.days(0, 3), { kind: 'escalation', to: s.around.committee, reason: 'mediation-failed' });
  settleInWriting(s);
};

const escalatedAtOnce = (s: Script): void => {
  register(s, s.around.village);
  handOver(s, { kind: 'escalation', to: s.around.committee, reason: 'beyond-capacity' });
  settleInWriting(s);
};

/** In the middle of the talks it comes to threats: more than the village can deal with. */
const escalatedWhileTalking = (s: Script): void => {
  register(s, s.around.village);
  beginMediation(s);
  s.do('risks', { risk: 'civil-to-criminal', people: s.cast.headcount, reportedTo: s.around.police });
  handOver(s.days(1, 4), { kind: 'escalation', to: s.around.committee, reason: 'crime-risk' });
  settleInWriting(s);
};

/** Settles, and gives the file back to the partner that sent it, who closes it. */
const settleAndReportBack = (s: Script, kind: 'court-link' | 'police-link' | 'petition-link', to: string): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  perform(s);
  handOver(s, { kind, to, reason: 'report-back' });
  followUp(s);
  close(s);
};

const policeLink = (s: Script, turn: number): void => {
  const to = turn % 3 === 2 ? s.around.village : s.around.committee;
  refer(s, s.around.police, { to, kind: 'police-link' });
  takeOver(s, to);
  if (turn % 3 === 1) settleAndReportBack(s, 'police-link', s.around.police);
  else settleInWriting(s);
};

const courtLink = (s: Script, turn: number): void => {
  refer(s, s.around.pretrialRoom, { to: s.around.committee, kind: 'court-link' });
  takeOver(s, s.around.committee);
  if (turn % 4 === 3) return entrustedAfterFiling(s);
  if (turn % 2 === 0) settleAndReportBack(s, 'court-link', s.around.pretrialRoom);
  else settleInWriting(s);
};

/** 委托: the court has filed it and referred it itself, so the committee's proceeding goes on. */
const entrustedAfterFiling = (s: Script): void => {
  s.do('formal-acceptance', { body: s.around.pretrialRoom }, { org: s.around.pretrialRoom });
  settleInWriting(s);
};

const petitionLink = (s: Script, turn: number): void => {
  refer(s, s.around.petitionOffice, { to: s.around.committee, kind: 'petition-link' });
  takeOver(s, s.around.committee);
  if (turn % 2 === 0) settleAndReportBack(s, 'petition-link', s.around.petitionOffice);
  else settleInWriting(s);
};

const directedToOffice = (s: Script): void => {
  register(s, s.around.village);
  handOver(s, { kind: 'escalation', to: s.around.centre, reason: 'beyond-capacity' });
  s.do('triage', { channel: 'administrative' });
  direct(s, { from: s.around.centre, to: s.around.judicialOffice }, 'outside-competence');
  takeOver(s, s.around.judicialOffice);
  settleInWriting(s);
};

const transferred = (s: Script): void => {
  register(s, s.around.committee);
  s.do('triage', { channel: 'administrative' });
  handOver(s, { kind: 'transfer', to: s.around.judicialOffice, reason: 'party-request' });
  settleInWriting(s);
};

const atPoliceStation = (s: Script): void => {
  register(s, s.around.police);
  s.do('triage', { channel: 'administrative' });
  settleInWriting(s);
};

/** 三位一体: people's mediation failed; the pre-trial room mediates judicially. */
const toPretrialRoom = (s: Script): void => {
  register(s, s.around.committee);
  beginMediation(s);
  fail(s.days(3, 12));
  handOver(s, { kind: 'court-link', to: s.around.pretrialRoom, reason: 'mediation-failed' });
  s.do('triage', { channel: 'judicial' });
  settleInWriting(s);
};

/** 二次退回: the township's centre decides, and its directive ends the to and fro. */
const bouncedTwice = (s: Script, turn: number): void => {
  failedAtVillage(s);
  const { committee, centre, judicialOffice } = s.around;
  for (const reason of ['no-capacity', 'party-refuses'] as const) {
    offer(s.days(1, 3), { kind: 'escalation', to: committee, reason: 'mediation-failed' });
    sendBack(s, committee, reason);
  }
  s.custodian = centre;
  const to = inTurn([judicialOffice, committee], turn);
  if (turn % 3 === 0) s.do('supervisions', { reason: 'bounced' }, { org: s.around.districtCentre });
  direct(s, { from: centre, to }, 'mediation-failed');
  acknowledge(s, to);
  settleInWriting(s);
};

/** The committee cannot take it, so the pre-trial room mediates itself. */
const linkReturned = (s: Script, turn: number): void => {
  const { pretrialRoom, committee } = s.around;
  refer(s, pretrialRoom, { to: committee, kind: 'court-link' });
  sendBack(s, committee, inTurn(['no-capacity', 'incomplete-papers', 'already-handled'], turn));
  settleInWriting(s);
};

/** The committee is silent, so the police room mediates itself. */
const linkLapsed = (s: Script): void => {
  refer(s, s.around.police, { to: s.around.committee, kind: 'police-link' });
  lapse(s);
  settleInWriting(s);
};

/** The petition office thinks better of it and asks another committee. */
const linkWithdrawn = (s: Script): void => {
  const { petitionOffice, committee, village } = s.around;
  refer(s, petitionOffice, { to: committee, kind: 'petition-link' });
  withdrawOffer(s);
  handOver(s, { kind: 'petition-link', to: village, reason: 'party-request' });
  settleInWriting(s);
};

/** While an offer waits for its answer, the centre decides. */
const offerSuperseded = (s: Script): void => {
  failedAtVillage(s);
  const { committee, centre, judicialOffice } = s.around;
  offer(s, { kind: 'escalation', to: committee, reason: 'mediation-failed' });
  direct(s.days(3, 6), { from: centre, to: judicialOffice }, 'mediation-failed');
  takeOver(s, judicialOffice);
  settleInWriting(s);
};

const POLICE_TYPES = { compensation: 6, neighbourhood: 5, 'traffic-accident': 3, consumer: 1 } as const;
const PETITION_TYPES = { 'land-forest': 3, 'expropriation-demolition': 2, environment: 2, labour: 2 } as const;
const COURT_TYPES = { contract: 6, 'marriage-family': 3, compensation: 2, 'property-management': 2 } as const;
const CALLED_110 = { 'hotline-110': 7, police: 4 } as const;

export const TOWNSHIP = [
  storyline('township-application', 15, application, {
    extras: 'some',
    sources: { application: 6, 'hotline-12345': 4, 'hotline-12348': 2, 'legal-aid': 1, 'womens-federation': 1 },
  }),
  storyline('escalated-after-failure', 18, escalatedAfterFailure),
  storyline('escalated-at-once', 10, escalatedAtOnce, { extras: 'some' }),
  storyline('escalated-while-talking', 4, escalatedWhileTalking),
  storyline('police-link', 17, policeLink, { types: POLICE_TYPES, sources: CALLED_110 }),
  storyline('police-link-lapsed', 2, linkLapsed, { types: POLICE_TYPES, sources: CALLED_110 }),
  storyline('court-link', 11, courtLink, { types: COURT_TYPES, sources: { court: 1 } }),
  storyline('court-link-returned', 3, linkReturned, { types: COURT_TYPES, sources: { court: 1 } }),
  storyline('petition-link', 7, petitionLink, { types: PETITION_TYPES, sources: { petition: 1 } }),
  storyline('petition-link-withdrawn', 2, linkWithdrawn, { types: PETITION_TYPES, sources: { petition: 1 } }),
  storyline('directed-to-office', 7, directedToOffice),
  storyline('offer-superseded', 2, offerSuperseded),
  storyline('transferred-to-office', 5, transferred, { sources: { application: 3, procuratorate: 1, agency: 1 } }),
  storyline('police-station', 6, atPoliceStation, { types: POLICE_TYPES, sources: CALLED_110 }),
  storyline('to-pretrial-room', 5, toPretrialRoom, { types: { contract: 4, compensation: 2, consumer: 1 } }),
  storyline('bounced-twice', 6, bouncedTwice),
];

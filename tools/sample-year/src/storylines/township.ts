import { acknowledge, direct, handOver, offer, sendBack, takeOver, withdrawOffer } from '../handing-over';
import { beginMediation, fail } from '../mediating';
import { refer, register } from '../opening';
import type { Script } from '../script';
import { settleAndReportBack, settleInWriting } from '../settling';
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

const petitionLink = (s: Script, turn: number): void => {
  const { petitionOffice, committee } = s.around;
  const step = (milestone: string) => s.do('milestones', { milestone }, { org: petitionOffice });
  refer(s, petitionOffice, { to: committee, kind: 'petition-link' });
  ['petition-received', 'petition-routed', 'petition-accepted'].forEach(step);
  takeOver(s, committee);
  if (turn % 2 === 0) settleAndReportBack(s, 'petition-link', petitionOffice);
  else settleInWriting(s);
  step('petition-concluded');
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

const PETITION_TYPES = { 'land-forest': 3, 'expropriation-demolition': 2, environment: 2, labour: 2 } as const;

export const TOWNSHIP = [
  storyline('township-application', 15, application, {
    extras: 'some',
    sources: { application: 6, 'hotline-12345': 4, 'hotline-12348': 2, 'legal-aid': 1, 'womens-federation': 1 },
  }),
  storyline('escalated-after-failure', 18, escalatedAfterFailure),
  storyline('escalated-at-once', 10, escalatedAtOnce, { extras: 'some' }),
  storyline('escalated-while-talking', 4, escalatedWhileTalking),
  storyline('petition-link', 7, petitionLink, { types: PETITION_TYPES, sources: { petition: 1 } }),
  storyline('petition-link-withdrawn', 2, linkWithdrawn, { types: PETITION_TYPES, sources: { petition: 1 } }),
  storyline('directed-to-office', 7, directedToOffice),
  storyline('offer-superseded', 2, offerSuperseded),
  storyline('transferred-to-office', 5, transferred, { sources: { application: 3, procuratorate: 1, agency: 1 } }),
  storyline('bounced-twice', 6, bouncedTwice),
];

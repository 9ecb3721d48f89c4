import { expire } from '../expiring';
import { direct, handOver, offer, sendBack, takeOver } from '../handing-over';
import { accept, appoint, beginMediation, fail, holdSession, routesFor } from '../mediating';
import { refer, register } from '../opening';
import type { Script } from '../script';
import { agree, carryOut, close, settleInWriting, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

const MEDICAL = {
  types: { medical: 1 },
  sources: { hospital: 5, application: 4, 'hotline-12345': 1 },
} as const;

const AGENCY_TYPES = { 'property-management': 3, 'housing-homestead': 2, labour: 4 } as const;

/** The agency whose duties the dispute touches. */
const agencyFor = (s: Script): string =>
  s.cast.disputeType === 'labour' ? s.around.labourAgency : s.around.housingAgency;

const medical = (s: Script): void => {
  register(s, s.around.medical);
  settleInWriting(s);
};

/** 鉴定: its time does not count. */
const appraised = (s: Script): void => {
  register(s, s.around.medical);
  accept(s);
  appoint(s);
  s.do('rights-notice').days(2, 5);
  holdSession(s);
  s.do('suspension', { reason: 'appraisal' }).days(25, 50).do('resumption').days(2, 5);
  holdSession(s);
  agree(s, { form: 'written' });
  sign(s);
  carryOut(s);
};

/** Thirty working days are over: deemed failed (医疗纠纷条例 art. 38), and the parties are told the other routes. */
const medicalExpired = (s: Script): void => {
  register(s, s.around.medical);
  beginMediation(s);
  expire(s, { rule: 'medical-mediation', subject: 'proceeding-1', on: s.acceptedOn });
  s.do('routes', { routes: [...routesFor(s)] });
  close(s);
};

const medicalFromPolice = (s: Script): void => {
  refer(s, s.around.police, { to: s.around.medical, kind: 'police-link' });
  takeOver(s, s.around.medical);
  settleInWriting(s);
};

const medicalFromVillage = (s: Script): void => {
  register(s, s.around.village);
  handOver(s, { kind: 'escalation', to: s.around.medical, reason: 'outside-competence' });
  settleInWriting(s);
};

const application = (s: Script): void => {
  register(s, s.around.districtCommittee);
  s.do('triage', { channel: 'peoples' });
  settleInWriting(s);
};

const allTheWayUp = (s: Script): void => {
  register(s, s.around.village);
  beginMediation(s);
  fail(s.days(2, 8));
  handOver(s, { kind: 'escalation', to: s.around.committee, reason: 'mediation-failed' });
  beginMediation(s);
  fail(s.days(2, 8));
  handOver(s, { kind: 'escalation', to: s.around.districtCommittee, reason: 'mediation-failed' });
  settleInWriting(s);
};

const directedToAgency = (s: Script): void => {
  register(s, s.around.committee);
  handOver(s, { kind: 'escalation', to: s.around.districtCentre, reason: 'outside-competence' });
  const to = agencyFor(s);
  direct(s, { from: s.around.districtCentre, to }, 'outside-competence');
  takeOver(s, to);
  settleInWriting(s);
};

const transferredToAgency = (s: Script): void => {
  register(s, s.around.committee);
  s.do('triage', { channel: 'administrative' });
  handOver(s, { kind: 'transfer', to: agencyFor(s), reason: 'outside-competence' });
  settleInWriting(s);
};

const atCourt = (s: Script): void => {
  register(s, s.around.districtCommittee);
  beginMediation(s);
  fail(s.days(3, 10));
  handOver(s, { kind: 'court-link', to: s.around.court, reason: 'mediation-failed' });
  s.do('triage', { channel: 'judicial' });
  settleInWriting(s);
};

/** A committee and an agency send it to and fro; the district's centre, above them both, ends it. */
const centreDecides = (s: Script): void => {
  register(s, s.around.committee);
  const agency = agencyFor(s);
  for (const reason of ['not-competent', 'wrong-area'] as const) {
    offer(s.days(0, 2), { kind: 'transfer', to: agency, reason: 'outside-competence' });
    sendBack(s, agency, reason);
  }
  s.custodian = s.around.districtCentre;
  direct(s, { from: s.around.districtCentre, to: agency }, 'outside-competence');
  settleInWriting(s);
};

/** The centre's directive is sent back, or it thinks better of it itself; its second one holds. */
const directedAgain = (s: Script, turn: number): void => {
  register(s, s.around.committee);
  const { districtCentre, judicialOffice } = s.around;
  const agency = agencyFor(s);
  direct(s, { from: districtCentre, to: agency }, 'outside-competence');
  if (turn % 2 === 0) sendBack(s, agency, 'not-competent');
  else s.days(1, 2).do(`handoffs/h${s.handoffs}/withdrawal`, {}, { org: districtCentre });
  s.custodian = districtCentre;
  direct(s, { from: districtCentre, to: judicialOffice }, 'outside-competence');
  takeOver(s, judicialOffice);
  settleInWriting(s);
};

const partner = (s: Script, turn: number): void => {
  const to = s.around.committee;
  refer(s, inTurn([s.around.labourAgency, s.around.housingAgency], turn), { to, kind: 'transfer' });
  takeOver(s, to);
  settleInWriting(s);
};

export const MEDICAL_DISPUTES = [
  storyline('medical', 6, medical, MEDICAL),
  storyline('medical-appraised', 2, appraised, { ...MEDICAL, until: '08-31' }),
  storyline('medical-expired', 1, medicalExpired, { ...MEDICAL, until: '10-15' }),
  storyline('medical-from-police', 1, medicalFromPolice, { ...MEDICAL, sources: { 'hotline-110': 1 } }),
  storyline('medical-from-village', 1, medicalFromVillage, MEDICAL),
  storyline('medical-late', 1, medical, { ...MEDICAL, from: '12-15', until: '12-19' }),
];

export const DISTRICT = [
  storyline('district-application', 6, application, {
    extras: 'some',
    sources: { application: 4, 'hotline-12348': 2, union: 1, 'legal-aid': 1 },
  }),
  storyline('all-the-way-up', 8, allTheWayUp, { until: '08-31' }),
  storyline('directed-to-agency', 6, directedToAgency, { types: AGENCY_TYPES }),
  storyline('transferred-to-agency', 6, transferredToAgency, { types: AGENCY_TYPES }),
  storyline('at-court', 4, atCourt, { types: { contract: 1 } }),
  storyline('centre-decides', 3, centreDecides, { types: AGENCY_TYPES }),
  storyline('directed-again', 4, directedAgain, { types: AGENCY_TYPES }),
  storyline('agency-refers', 3, partner, { types: AGENCY_TYPES, sources: { agency: 1 } }),
];

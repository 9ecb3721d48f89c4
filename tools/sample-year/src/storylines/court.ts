import { askForConfirmation } from '../confirming';
import { entrustAgain, entrustTo, recordUndisputedFacts, returned, settleForCourt } from '../entrusted';
import { expire } from '../expiring';
import { handOver, sendBack } from '../handing-over';
import { beginMediation, fail, holdSession, routesFor } from '../mediating';
import { referByCourt, register } from '../opening';
import type { Script } from '../script';
import { carryOut, close, followUp, perform, settleInWriting } from '../settling';
import { inTurn, storyline } from '../storyline';

/** 撤诉: performed, so that the suit is withdrawn and the court told. */
const suitWithdrawn = (s: Script): void => {
  perform(s);
  s.do('return-to-court', { result: 'suit-withdrawn' });
  followUp(s);
  close(s);
};

/** The seven days are not enough for both parties: thirty more, once (2024 opinion, item 3). The court says on record that it has filed. */
const withMoreTime = (s: Script): void => {
  const room = s.around.pretrialRoom;
  s.do('formal-acceptance', { body: room }, { org: room });
  s.do('time-limits/extensions', { clock: 'entrusted-summary/proceeding-1', parties: [...s.parties] });
  s.days(9, 16);
  holdSession(s);
};

const entrusted = (s: Script, turn: number): void => {
  entrustTo(s, s.around.committee, turn % 4 === 2 ? 'ordinary' : 'summary');
  if (turn % 4 === 3) withMoreTime(s);
  settleForCourt(s);
  if (turn % 4 === 1) askForConfirmation(s);
  if (turn % 2 === 0) suitWithdrawn(s);
  else carryOut(s);
};

/** The trial goes on, and there is nothing left to mediate. */
const tried = (s: Script): void => {
  s.days(1, 5).do('non-acceptance', { reason: 'reserved-to-special-organ', routes: [...routesFor(s)] });
  close(s);
};

/** Back in court: the room may try once more to bring them together. */
const backInCourt = (s: Script, turn: number): void => {
  returned(s);
  if (turn % 2 === 0) settleInWriting(s.days(3, 10));
  else tried(s);
};

/** 调解不成退回: of what was said only the facts that nobody disputes. */
const goesBack = (s: Script, turn: number): void => {
  entrustTo(s, s.around.committee, 'ordinary');
  recordUndisputedFacts(s.days(1, 5));
  fail(s);
  backInCourt(s, turn);
};

/** 期限届满退回: seven days, and nobody asked for more. */
const runsOut = (s: Script, turn: number): void => {
  entrustTo(s, s.around.committee, 'summary');
  expire(s, { rule: 'entrusted-summary', subject: 'proceeding-1', on: s.papersOn });
  backInCourt(s, turn);
};

/** 三个工作日未答复: it is entrusted to another committee. */
const unanswered = (s: Script): void => {
  referByCourt(s, s.around.committee, 'ordinary');
  entrustAgain(s, s.around.districtCommittee);
  settleForCourt(s);
  suitWithdrawn(s);
};

/** The committee cannot take it, so the pre-trial room mediates itself. */
const sentBack = (s: Script, turn: number): void => {
  referByCourt(s, s.around.committee, 'summary');
  sendBack(s, s.around.committee, inTurn(['no-capacity', 'incomplete-papers', 'already-handled'], turn));
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

const COURT_TYPES = { contract: 6, compensation: 3, 'property-management': 2, consumer: 1 } as const;
const ENTRUSTED = { types: COURT_TYPES, sources: { court: 1 } } as const;

export const COURT = [
  storyline('court-link', 11, entrusted, ENTRUSTED),
  storyline('court-link-failed', 4, goesBack, ENTRUSTED),
  storyline('court-link-ran-out', 2, runsOut, ENTRUSTED),
  storyline('court-link-unanswered', 2, unanswered, ENTRUSTED),
  storyline('court-link-returned', 3, sentBack, ENTRUSTED),
  storyline('to-pretrial-room', 5, toPretrialRoom, { types: { contract: 4, compensation: 2, consumer: 1 } }),
];

import { FAILURE_REASONS, RETURN_REASONS, TERMINATION_REASONS } from '@mediation/dispute/domain';
import { handOver, lapse, offer, sendBack, withdrawOffer } from '../handing-over';
import { beginMediation, fail, holdSession, routesFor, terminate } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { agree, carryOut, close, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

const begun = (play: (s: Script, turn: number) => void) => (s: Script, turn: number) => {
  register(s, s.around.village);
  beginMediation(s);
  play(s, turn);
};

const failed = (s: Script, turn: number): void => {
  const reason = inTurn(FAILURE_REASONS, turn);
  // A month is what mediation normally takes.
  fail(reason === 'time-limit' ? s.days(32, 40) : s.days(3, 20), reason);
  close(s);
};

const terminated = (s: Script, turn: number): void => {
  const reason = inTurn(TERMINATION_REASONS, turn);
  if (reason === 'suspected-sham')
    s.do('sham-reports', { reportedTo: s.around.court, grounds: '双方对虚构的借款过分一致。（示例）' });
  terminate(s.days(3, 20), reason);
  close(s);
};

const refused = (s: Script): void => {
  const refusal = { party: 'p2', consents: false, note: '不愿继续调解。（示例）' };
  s.days(1, 6).do('consents', { ...refusal, routes: [...routesFor(s)] });
  close(s);
};

/** The routes were forgotten, and are told before the file may close. */
const toldLater = (s: Script): void => {
  s.days(1, 6).do('consents', { party: 'p2', consents: false });
  s.days(1, 4).do('routes', { routes: [...routesFor(s)] });
  close(s);
};

const withdrawn = (s: Script): void => {
  s.days(1, 8).do('withdrawal', { party: 'p1' });
  close(s);
};

const settledAfterAll = (s: Script): void => {
  s.days(1, 4);
  holdSession(s);
  agree(s, { form: 'written' });
  sign(s);
  carryOut(s);
};

const offeredUp = (s: Script): void =>
  offer(s.days(1, 5), { kind: 'escalation', to: s.around.committee, reason: 'beyond-capacity' });

const takenBack = (s: Script): void => {
  offeredUp(s);
  withdrawOffer(s);
  settledAfterAll(s);
};

const unanswered = (s: Script): void => {
  offeredUp(s);
  lapse(s);
  settledAfterAll(s);
};

const returned = (s: Script, turn: number): void => {
  offeredUp(s);
  sendBack(s, s.around.committee, inTurn(RETURN_REASONS, turn));
  settledAfterAll(s);
};

/** 立案: the court takes it up; the committee's proceeding ends there. */
const takenUp = (s: Script, turn: number): void => {
  s.days(3, 9).do('formal-acceptance', { body: s.around.court });
  s.custodian = s.around.court;
  if (turn % 2 === 0) return;
  beginMediation(s.days(5, 15));
  agree(s, { form: 'written' });
  sign(s);
  carryOut(s);
};

/** The agency that takes it up may well have nothing to mediate: it says so and tells the other routes. */
const takenUpByPolice = (s: Script): void => {
  s.days(2, 5);
  handOver(s, { kind: 'police-link', to: s.around.police, reason: 'crime-risk' });
  s.days(1, 3).do('formal-acceptance', { body: s.around.police });
  s.do('non-acceptance', { reason: 'reserved-to-special-organ', routes: [...routesFor(s)] });
  close(s);
};

export const UNSETTLED = [
  storyline('village-failed', 6, begun(failed)),
  storyline('village-terminated', 8, begun(terminated)),
  storyline('village-refused', 3, begun(refused)),
  storyline('village-refused-told-later', 2, begun(toldLater)),
  storyline('village-withdrawn', 3, begun(withdrawn)),
];

export const VILLAGE_HANDOFFS = [
  storyline('offer-withdrawn', 4, begun(takenBack)),
  storyline('offer-lapsed', 4, begun(unanswered)),
  storyline('offer-returned', 6, begun(returned)),
  storyline('court-takes-up', 4, begun(takenUp), { types: { contract: 3, compensation: 2 } }),
  storyline('police-take-up', 2, begun(takenUpByPolice), { types: { compensation: 2, neighbourhood: 1 } }),
];

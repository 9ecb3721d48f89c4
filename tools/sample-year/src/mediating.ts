import type { FailureReason, TerminationReason } from '@mediation/dispute/domain';
import type { JsonObject } from '@mediation/kernel';
import { consent } from './opening';
import type { Script } from './script';

const ROUTES = ['arbitration', 'administrative', 'litigation'];

/** The routes that lie open for this kind of dispute. */
export const routesFor = ({ cast }: Script): readonly string[] =>
  cast.disputeType === 'labour' ? ROUTES : ROUTES.filter((route) => route !== 'arbitration');

/** 受理: consent, acceptance, and the risk reported where there is one. */
export const accept = (s: Script, within = 2): void => {
  s.days(0, within);
  consent(s);
  s.acceptedOn = s.today;
  s.do('acceptance');
  const { averted } = s.cast;
  if (averted === undefined) return;
  const reportedTo = averted === 'civil-to-criminal' ? { reportedTo: s.around.police } : {};
  s.do('risks', { risk: averted, people: avertedPeople(s), ...reportedTo });
};

export const appoint = (s: Script, except: readonly string[] = []): void => {
  const how = s.random.chance(0.25) ? 'chosen-by-parties' : 'assigned';
  s.do('mediators', { mediator: s.chooseMediator(except), how });
};

export const holdSession = (s: Script, more: JsonObject = {}): void => {
  s.do('sessions', { record: '双方陈述意见，调解员释法明理。（示例）', ...more }).minutes(40, 110);
};

/** 受理到首次调解. */
export const beginMediation = (s: Script): void => {
  accept(s);
  appoint(s);
  s.do('rights-notice').days(1, 5);
  if (s.random.chance(0.08)) {
    holdSession(s, { attended: ['p1'] });
    s.days(2, 5);
  }
  holdSession(s);
};

export const meetAgain = (s: Script, probability: number): void => {
  if (!s.random.chance(probability)) return;
  s.days(2, 9);
  holdSession(s);
};

/** A crowd that thinks of a petition is larger than a person who does. */
const avertedPeople = ({ cast }: Script): number =>
  cast.averted === 'mass-petition' ? Math.max(5, cast.incidentPeople ?? cast.headcount) : cast.headcount;

export const avert = (s: Script): void => {
  const { averted } = s.cast;
  if (averted !== undefined) s.do(`risks/${averted}/aversion`, { people: avertedPeople(s) });
};

export const fail = (s: Script, reason: FailureReason = 'no-agreement'): void => {
  s.do('failure', { reason, routes: [...routesFor(s)] });
};

export const terminate = (s: Script, reason: TerminationReason): void => {
  s.do('termination', { reason, routes: [...routesFor(s)] });
};

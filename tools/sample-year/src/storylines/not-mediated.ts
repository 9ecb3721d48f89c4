import { NON_ACCEPTANCE_REASONS } from '@mediation/dispute/domain';
import { routesFor } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { close } from '../settling';
import { inTurn, storyline } from '../storyline';
import { TOLD_BEFORE } from '../told-twice';

const decline = (s: Script, reason: string): void => {
  s.days(0, 3).do('non-acceptance', { reason, routes: [...routesFor(s)] });
  close(s);
};

/** 并案: the district's centre sees that another body has it already. */
const link = (s: Script): void => {
  const note = '与此前登记的是同一纠纷。（示例）';
  s.days(0, 1).do('links', { to: TOLD_BEFORE, relation: 'duplicate', note }, { org: s.around.districtCentre });
};

const declined = (s: Script, turn: number): void => {
  register(s, turn % 3 === 0 ? s.around.committee : s.around.village);
  const reason = inTurn(NON_ACCEPTANCE_REASONS.slice(0, 3), turn);
  if (reason === 'accepted-elsewhere') link(s);
  decline(s, reason);
};

const refusedAtOnce = (s: Script): void => {
  register(s, s.around.village);
  s.do('consents', { party: 'p1', consents: true });
  s.days(0, 2).do('consents', { party: 'p2', consents: false, note: '明确拒绝调解。（示例）' });
  decline(s, 'party-refuses');
};

const withdrawnAtOnce = (s: Script): void => {
  register(s, s.around.village);
  s.days(1, 4).do('withdrawal', { party: 'p1' });
  close(s);
};

/** The crowd is dispersed, and what it wants is not for mediation. */
const incidentOnly = (s: Script): void => {
  register(s, s.around.committee);
  decline(s, 'reserved-to-special-organ');
};

const NO = { mediated: false } as const;

export const NOT_MEDIATED = [
  storyline('declined', 16, declined, { ...NO, until: '12-19' }),
  storyline('refused-at-once', 14, refusedAtOnce, { ...NO, until: '12-19' }),
  storyline('withdrawn-at-once', 12, withdrawnAtOnce, { ...NO, until: '12-19' }),
  storyline('incident-only', 3, incidentOnly, { ...NO, extras: 'incident-each' }),
];

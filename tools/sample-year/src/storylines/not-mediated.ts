import { NON_ACCEPTANCE_REASONS } from '@mediation/dispute/domain';
import { routesFor } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { close } from '../settling';
import { inTurn, storyline } from '../storyline';

const decline = (s: Script, reason: string): void => {
  s.days(0, 3).do('non-acceptance', { reason, routes: [...routesFor(s)] });
  close(s);
};

const declined = (s: Script, turn: number): void => {
  register(s, turn % 3 === 0 ? s.around.committee : s.around.village);
  decline(s, inTurn(NON_ACCEPTANCE_REASONS.slice(0, 3), turn));
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

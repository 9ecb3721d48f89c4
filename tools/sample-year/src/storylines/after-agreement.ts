import { askForConfirmation } from '../confirming';
import { keepFile, signFile } from '../keeping-file';
import { accept, appoint, beginMediation, holdSession } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { agree, breach, carryOut, close, followUp, perform, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

const agreed = (s: Script): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
};

/** What is left to a party when an agreement is not kept. */
const pursue = (s: Script, way: 'enforcement' | 'litigation' | 'payment-order'): void => {
  breach(s.days(16, 25));
  s.days(1, 5).do(`agreements/${s.agreements}/remedies`, { way });
  followUp(s);
  close(s);
};

/** 司法确认: most are kept after that; one has to be enforced, and one was too vague to be confirmed. */
const confirmed = (s: Script, turn: number): void => {
  register(s, inTurn([s.around.village, s.around.committee], turn));
  agreed(s);
  askForConfirmation(s, turn === 6 ? 'dismissed' : 'confirmed');
  if (turn === 3) return pursue(s, 'enforcement');
  if (turn === 6) return pursue(s, 'litigation');
  carryOut(s);
};

/** 支付令: agreed wages that are not paid (劳动争议调解仲裁法 art. 16). */
const wagesUnpaid = (s: Script): void => {
  register(s, s.around.village);
  s.do('matters', { matters: ['labour-payment'] });
  agreed(s);
  pursue(s, 'payment-order');
};

/** 立卷归档: the papers signed as they are made; the last ones are archived with some signatures still missing, that is, not at all. */
const filed = (s: Script, turn: number): void => {
  register(s, inTurn([s.around.village, s.around.committee], turn));
  accept(s);
  appoint(s);
  s.do('dossier');
  keepFile(s);
  s.do('rights-notice').days(1, 4);
  holdSession(s);
  const isSigned = turn < 8;
  if (isSigned) signFile(s);
  agree(s, { form: 'written' });
  sign(s);
  perform(s);
  followUp(s);
  if (isSigned) s.do('dossier/signatures', { material: 'follow-up-record', mediator: s.mediator });
  close(s);
  if (isSigned) s.days(1, 10).do('dossier/archive', { retention: inTurn(['long', 'short', 'permanent'], turn) });
};

export const AFTER_AGREEMENT = [
  storyline('confirmed-by-court', 8, confirmed, { types: { contract: 4, compensation: 2 }, until: '10-15' }),
  storyline('wages-unpaid', 2, wagesUnpaid, { types: { labour: 1 }, sources: { application: 1 }, until: '09-30' }),
  storyline('file-kept', 12, filed, { until: '10-31' }),
];

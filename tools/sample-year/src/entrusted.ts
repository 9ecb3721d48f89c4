import type { CourtProcedure } from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';
import { expire } from './expiring';
import { answerToday, offer } from './handing-over';
import { accept, appoint, holdSession } from './mediating';
import { entrusted, referByCourt } from './opening';
import type { Script } from './script';
import { agree, sign } from './settling';

/** 签收: a mediator of the court's roster has the papers, and the days begin; whoever came says where papers reach him. */
export const beginEntrusted = (s: Script): void => {
  accept(s, 0);
  appoint(s);
  s.papersOn = s.today;
  s.do('papers', { mediator: s.mediator });
  s.parties.forEach((party) => s.do('service-addresses', { party, address: '示例路一号。（示例）' }));
  s.do('rights-notice').days(1, 2);
  holdSession(s);
};

/** 委托调解: taken up at once, by a committee that has three working days to say so. */
export const entrustTo = (s: Script, to: BodyCode, procedure: CourtProcedure): void => {
  referByCourt(s, to, procedure);
  answerToday(s, to);
  beginEntrusted(s);
};

/** Three working days of silence (在线调解规则 art. 12): the room asks another committee. */
export const entrustAgain = (s: Script, to: BodyCode): void => {
  expire(s, { rule: 'referral-reply', subject: `handoff-h${s.handoffs}`, on: s.today });
  offer(s, { kind: 'court-link', to, reason: 'pre-trial', more: entrusted(s, 'ordinary') });
  answerToday(s, to);
  beginEntrusted(s);
};

/** Agreed, signed and sealed on one day, and the court told of it. */
export const settleForCourt = (s: Script): void => {
  agree(s, { form: 'written' });
  sign(s, { atOnce: true });
  s.do('return-to-court', { result: 'settled' });
  s.entrustedBy = undefined;
};

/** 无争议事实: what nobody disputes, signed by all before it goes back. */
export const recordUndisputedFacts = (s: Script): void => {
  const facts = '双方对合同的签订和已付款项均无争议。（示例）';
  s.do('undisputed-facts', { facts, consents: [...s.parties] });
  s.parties.forEach((party) => s.do('undisputed-facts/1/signatures', { party }));
};

/** It has gone back by itself, papers and all. */
export const returned = (s: Script): void => {
  s.entrustedBy = undefined;
  s.custodian = s.around.pretrialRoom;
};

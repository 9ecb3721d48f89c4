import { addDays } from '@mediation/kernel';
import { handOver } from '../handing-over';
import { beginMediation, meetAgain } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { agree, carryOut, close, followUp, perform, settleInWriting, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

/** 治安案件: reported and opened; settled, performed, certified, applied for in writing; and no penalty. */
const publicOrderCase = (s: Script, turn: number): void => {
  const { police, village } = s.around;
  register(s, village);
  s.do('matters', { matters: ['public-order-case', 'crime-suspected'] });
  s.do('police-reports', { duty: 'crime-risk', reportedTo: police });
  s.days(0, 1).do('police-case', { caseNumber: `示例受案〔2025〕${turn + 1}号` }, { org: police });
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  perform(s);
  s.do(`agreements/${s.agreements}/performance-certificate`);
  s.do('police-case/no-penalty-applications', { agreement: s.agreements, inWriting: true });
  s.days(1, 3).do('police-case/decision', { decision: 'no-penalty' }, { org: police });
  followUp(s);
  close(s);
};

/** 援调对接: aid for wages, given ahead where limitation is nearly over; it is settled all the same. */
const legalAid = (s: Script, turn: number): void => {
  const center = { org: s.around.legalAidCenter };
  register(s, s.around.village);
  const ahead = turn % 2 === 1;
  s.do('legal-aid', { party: 'p1', limitationEndsOn: addDays(s.today, ahead ? 6 : 90) });
  s.do('limitation-proofs', { party: 'p1', claim: '请求支付拖欠的工资。（示例）' });
  const decision = ahead ? { decision: 'provisional' } : { decision: 'granted', exemption: 'aid-migrant-worker-wages' };
  s.do('legal-aid/1/decision', decision, center);
  s.do('legal-aid/1/assignment', {}, center);
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  s.do('legal-aid/1/end', { reason: 'completed' }, center);
  carryOut(s);
};

/** 交通事故: the day of the liability finding is noted; the committee settles the damages. */
const trafficDamages = (s: Script): void => {
  register(s, s.around.village);
  s.do('milestones', { milestone: 'traffic-liability-served', on: addDays(s.today, -2) });
  beginMediation(s);
  meetAgain(s, 0.5);
  agree(s, { form: 'written' });
  sign(s);
  carryOut(s);
};

/** 检调、援调对接: with everybody's consent it is led to the village's committee. */
const ledToMediation = (s: Script, turn: number): void => {
  const [from, kind] = inTurn(
    [
      [s.around.procuratorate, 'procuratorate-link'],
      [s.around.legalAidCenter, 'legal-aid-link'],
    ] as const,
    turn,
  );
  register(s, from);
  handOver(s, { kind, to: s.around.village, reason: 'party-request' });
  settleInWriting(s);
};

export const AUTHORITIES = [
  storyline('public-order-case', 3, publicOrderCase, { types: { compensation: 1, neighbourhood: 1 } }),
  storyline('legal-aid', 4, legalAid, { types: { labour: 1 }, sources: { application: 2, 'legal-aid': 1 } }),
  storyline('traffic-damages', 3, trafficDamages, { types: { 'traffic-accident': 1 } }),
  storyline('led-to-mediation', 4, ledToMediation, { sources: { procuratorate: 1, 'legal-aid': 1 } }),
];

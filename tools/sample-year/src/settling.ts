import { addDays, type BodyCode } from '@mediation/kernel';
import { handOver } from './handing-over';
import { avert, beginMediation, meetAgain } from './mediating';
import type { Script } from './script';

interface Agreement {
  readonly form: 'written' | 'oral';
  readonly extent?: 'full' | 'partial';
  /** In how many sums the money is owed. */
  readonly sums?: number;
}

/** The creditor gives way a little: a round share of what was claimed. */
const obligationsOf = (s: Script, sums: number) => {
  const { amountFen } = s.cast;
  const debtor = 'p2';
  if (amountFen === undefined) return [{ debtor, dueOn: addDays(s.today, s.random.int(3, 20)) }];
  const total = Math.max(1, Math.round((amountFen * s.random.int(6, 10)) / 10 / 10_000)) * 10_000;
  const each = Math.floor(total / sums / 100) * 100;
  return Array.from({ length: sums }, (_, index) => ({
    debtor,
    amountFen: index === 0 ? total - each * (sums - 1) : each,
    dueOn: addDays(s.today, s.random.int(5, 15) + 30 * index),
  }));
};

/** 达成协议. */
export const agree = (s: Script, { form, extent = 'full', sums = 1 }: Agreement): void => {
  const atOnce = form === 'oral' && s.random.chance(0.6);
  s.owed = atOnce ? [] : obligationsOf(s, sums);
  s.agreements += 1;
  s.do('agreements', { form, extent, terms: s.cast.terms, obligations: s.owed.map((each) => ({ ...each })) });
};

/** 签字盖章: all parties, the mediator, the seal; where there is time, now and then the last party signs days later. */
export const sign = (s: Script, { atOnce = false } = {}): void => {
  const path = `agreements/${s.agreements}`;
  const isSlow = (share: number): boolean => !atOnce && s.random.chance(share);
  for (const party of s.parties) {
    if (party !== 'p1' && isSlow(0.1)) s.days(1, 4);
    s.do(`${path}/signatures`, { party });
  }
  s.do(`${path}/signatures`, { mediator: s.mediator });
  if (isSlow(0.15)) s.days(1, 2);
  s.do(`${path}/seal`);
};

const pay = (s: Script, index: number): void => {
  const { amountFen } = s.owed[index] ?? {};
  const performed = { agreement: s.agreements, obligation: index + 1 };
  if (amountFen === undefined) {
    s.do('performance', performed);
    return;
  }
  const first = s.random.chance(0.15) && amountFen >= 20_000 ? Math.floor(amountFen / 20_000) * 10_000 : amountFen;
  s.do('performance', { ...performed, amountFen: first });
  if (first < amountFen) s.days(3, 15).do('performance', { ...performed, amountFen: amountFen - first });
};

/** 履行: everything owed, as it falls due. */
export const perform = (s: Script): void => {
  s.owed.forEach((_, index) => {
    s.days(index === 0 ? 2 : 20, index === 0 ? 14 : 30);
    pay(s, index);
  });
};

/** 回访. */
export const followUp = (s: Script): void => {
  const satisfaction = s.random.weighted({ satisfied: 86, fair: 11, dissatisfied: 3 });
  s.days(7, 25).do('follow-ups', { satisfaction, escalationSigns: s.random.chance(0.01) });
};

export const close = (s: Script): void => {
  s.days(0, 3).do('closure');
};

/** 不履行. */
export const breach = (s: Script): void => {
  s.do('breaches', { agreement: s.agreements, obligation: 1, note: '到期未履行。（示例）' });
};

/** From an agreement in effect to the file's closing. */
export const carryOut = (s: Script): void => {
  avert(s);
  perform(s);
  if (s.random.chance(0.85)) followUp(s);
  close(s);
};

export const settleInWriting = (s: Script, sums = 1): void => {
  beginMediation(s);
  meetAgain(s, 0.3);
  agree(s, { form: 'written', sums });
  sign(s);
  carryOut(s);
};

/** Settles, and gives the file back to the partner that sent it, who closes it. */
export const settleAndReportBack = (s: Script, kind: 'police-link' | 'petition-link', to: BodyCode): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  perform(s);
  handOver(s, { kind, to, reason: 'report-back' });
  followUp(s);
  close(s);
};

/** 劳动争议调解仲裁法 art. 14; 农村土地承包经营纠纷调解仲裁法 art. 10. */
const mustBeWritten = ({ cast }: Script): boolean =>
  cast.disputeType === 'labour' || cast.matters.includes('rural-land-contract');

/** Orally, except where the law wants it written. */
export const settleOrally = (s: Script): void => {
  if (mustBeWritten(s)) return settleInWriting(s);
  beginMediation(s);
  agree(s, { form: 'oral' });
  carryOut(s);
};

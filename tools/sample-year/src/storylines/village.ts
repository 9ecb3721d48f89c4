import { RECUSAL_GROUNDS, SUPERVISION_REASONS } from '@mediation/dispute/domain';
import { accept, appoint, beginMediation, fail, holdSession, meetAgain } from '../mediating';
import { register } from '../opening';
import type { Script } from '../script';
import { agree, breach, carryOut, close, followUp, perform, settleInWriting, settleOrally, sign } from '../settling';
import { inTurn, storyline } from '../storyline';

const atVillage = (play: (s: Script, turn: number) => void) => (s: Script, turn: number) => {
  register(s, s.around.village);
  play(s, turn);
};
const carriedOut = (s: Script): void => {
  agree(s, { form: 'written' });
  sign(s);
  carryOut(s);
};

const suspended = (s: Script, turn: number): void => {
  beginMediation(s);
  s.days(0, 2).do('suspension', { reason: inTurn(['appraisal', 'party-unavailable', 'related-case'], turn) });
  s.days(10, 35).do('resumption').days(1, 3);
  holdSession(s);
  carriedOut(s);
};

const disclosed = (s: Script): void => {
  accept(s);
  appoint(s);
  s.do(`mediators/${s.mediator}/disclosure`, { statement: '与一方当事人曾为同事，双方知悉后均无异议。（示例）' });
  s.do('rights-notice').days(1, 4);
  holdSession(s);
  carriedOut(s);
};

const recused = (s: Script, turn: number): void => {
  accept(s);
  appoint(s);
  const leaving = s.mediator;
  s.days(0, 2).do(`mediators/${leaving}/recusal`, { ground: inTurn(RECUSAL_GROUNDS, turn) });
  appoint(s, [leaving]);
  s.do('rights-notice').days(1, 4);
  holdSession(s);
  carriedOut(s);
};

/** A draft that one party would not sign gives way to a second one. */
const renegotiated = (s: Script): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  s.do(`agreements/${s.agreements}/signatures`, { party: 'p1' }).days(2, 6);
  holdSession(s);
  carriedOut(s);
};

const supervised = (s: Script, turn: number): void => {
  beginMediation(s);
  const by = inTurn([s.around.centre, s.around.districtCentre, s.around.justiceBureau, s.around.leadingGroup], turn);
  s.days(8, 20).do('supervisions', { reason: inTurn(SUPERVISION_REASONS, turn) }, { org: by });
  s.days(1, 4);
  holdSession(s);
  carriedOut(s);
};

/** One point settled, the rest left to the courts. */
const inPart = (s: Script): void => {
  beginMediation(s);
  agree(s, { form: 'written', extent: 'partial' });
  sign(s);
  s.days(3, 9);
  holdSession(s);
  fail(s);
  perform(s);
  close(s);
};

const breachAndReopen = (s: Script): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  breach(s.days(16, 30));
  s.days(1, 3).do('reopening', { reason: 'breach', agreement: s.agreements });
  s.days(0, 2).do('acceptance');
  appoint(s);
  s.do('rights-notice').days(1, 4);
  holdSession(s);
  carriedOut(s);
};

const breachAndClose = (s: Script): void => {
  beginMediation(s);
  agree(s, { form: 'written' });
  sign(s);
  breach(s.days(20, 40));
  followUp(s);
  close(s);
};

/** Failed and closed; weeks later the parties come back of their own accord. */
const cameBack = (s: Script): void => {
  beginMediation(s);
  fail(s);
  close(s);
  s.days(15, 40).do('reopening', { reason: 'new-application' });
  beginMediation(s);
  carriedOut(s);
};

const lateYear = { until: '12-22' } as const;

export const VILLAGE_SETTLED = [
  storyline(
    'village-written',
    'rest',
    atVillage((s) => settleInWriting(s)),
    { ...lateYear, extras: 'some' },
  ),
  storyline('village-oral', 205, atVillage(settleOrally), lateYear),
  storyline(
    'village-instalments',
    42,
    atVillage((s) => settleInWriting(s, s.random.int(2, 3))),
    {
      types: { contract: 4, labour: 3, compensation: 3, 'traffic-accident': 2 },
      until: '11-30',
    },
  ),
  storyline(
    'village-long-talks',
    20,
    atVillage((s) => {
      beginMediation(s);
      meetAgain(s, 1);
      meetAgain(s, 0.7);
      carriedOut(s);
    }),
  ),
  storyline('village-in-part', 7, atVillage(inPart)),
  storyline('village-suspended', 14, atVillage(suspended)),
  storyline('village-disclosed', 5, atVillage(disclosed)),
  storyline('village-recused', 6, atVillage(recused)),
  storyline('village-renegotiated', 4, atVillage(renegotiated)),
  storyline('village-supervised', 10, atVillage(supervised)),
  storyline('village-breach-reopened', 9, atVillage(breachAndReopen), { until: '08-31' }),
  storyline('village-breach-closed', 1, atVillage(breachAndClose), { until: '08-31' }),
  storyline('village-came-back', 3, atVillage(cameBack), { until: '08-31' }),
];

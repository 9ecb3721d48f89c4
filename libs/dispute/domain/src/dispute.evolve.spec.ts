import { disputeIdOf, disputeStream } from './dispute.events';
import { BRIGADE, CENTER, NEIGHBOUR, OFFICE, POLICE, SQUAD, VILLAGE } from './spec/bodies';
import { fold, NOON } from './spec/given';
import {
  accepted,
  agreed,
  appointed,
  ended,
  event,
  failed,
  handoffAccepted,
  inSession,
  inSigning,
  moved,
  offered,
  reached,
  registered,
  reopened,
  settled,
  tookEffect,
} from './spec/histories';

const fileOf = (...history: Parameters<typeof fold>[0]) => {
  const dispute = fold(history);
  if (dispute.phase === 'absent') throw new Error('there is no file yet');
  return dispute.file;
};

describe('the state of a dispute', () => {
  it.each([
    ['absent', []],
    ['registered', [registered()]],
    ['in-mediation', inSession],
    ['in-mediation', inSigning],
    ['in-mediation', [...inSession, reached({ extent: 'partial' }), tookEffect()]],
    ['agreed', agreed],
    ['ended', ended],
    ['registered', [...ended, moved(VILLAGE, OFFICE)]],
    ['agreed', [...agreed, moved(VILLAGE, OFFICE)]],
    ['agreed', [...inSession, reached({ extent: 'partial' }), tookEffect(), failed]],
    ['closed', settled],
    ['registered', [...settled, reopened()]],
  ] as const)('is %s: %#', (phase, history) => expect(fold(history).phase).toBe(phase));

  it('holds the latest of each axis, and the people of an emergency', () => {
    const assessed = [
      registered(),
      event('DisputeAssessed', { riskGrade: 'red', headcount: 9 }),
      event('DisputeAssessed', { difficulty: 'major' }),
    ];
    expect(fileOf(...assessed)).toMatchObject({ riskGrade: 'red', difficulty: 'major', headcount: 9 });
    const emergency = event('EmergencyRaised', { people: 60, raisedAt: NOON });
    expect(fileOf(...assessed, emergency)).toMatchObject({ riskGrade: 'red', headcount: 60 });
  });

  it('knows every body that ever held it, once', () => {
    const there = [offered(OFFICE), handoffAccepted(), moved(VILLAGE, OFFICE)];
    const history = [registered(), ...there, moved(OFFICE, VILLAGE), moved(VILLAGE, POLICE)];
    expect(fileOf(...history).heldBy).toStrictEqual([VILLAGE, OFFICE, POLICE]);
    expect(fileOf(...history)).toMatchObject({ custodian: POLICE, referredBy: VILLAGE });
  });

  it('forgets who referred it when custody moves otherwise than by an accepted handoff', () => {
    const history = [registered(), offered(OFFICE), handoffAccepted(), moved(VILLAGE, OFFICE)];
    expect(fileOf(...history).referredBy).toBe(VILLAGE);
    expect(fileOf(...history, moved(OFFICE, NEIGHBOUR, 'directive')).referredBy).toBeUndefined();
  });

  it('tells units on their way from units that are there', () => {
    const dispatched = (unit: string) =>
      event('ResponseDispatched', { unit, dispatchedBy: CENTER, dispatchedAt: NOON });
    const history = [
      registered(),
      event('EmergencyRaised', { people: 60, raisedAt: NOON }),
      dispatched(SQUAD),
      dispatched(BRIGADE),
      event('ResponseArrived', { unit: SQUAD, arrivedAt: NOON }),
    ];
    const concluded = event('EmergencyConcluded', { people: 70, concludedAt: NOON, personal: {} });
    const units = { [SQUAD]: 'arrived', [BRIGADE]: 'dispatched' };
    expect(fileOf(...history).emergency).toStrictEqual({ people: 60, units, concluded: false });
    expect(fileOf(...history, concluded).emergency).toStrictEqual({ people: 70, units, concluded: true });
  });

  it('counts follow-ups and supervisors, and keeps the risks that stand', () => {
    const visit = event('FollowUpVisited', {
      visitedOn: '2025-03-09',
      satisfaction: 'fair',
      escalationSigns: false,
      personal: {},
    });
    const supervised = event('DisputeSupervised', { by: CENTER, reason: 'major' });
    const raised = (risk: 'petition' | 'civil-to-criminal') => event('EscalationRiskRaised', { risk, people: 2 });
    const averted = event('EscalationAverted', { risk: 'petition', people: 2, avertedOn: '2025-03-09' });
    const history = [...ended, visit, visit, supervised, supervised];
    const risks = [raised('petition'), raised('petition'), raised('civil-to-criminal'), averted];
    expect(fileOf(...history, ...risks)).toMatchObject({
      followUps: 2,
      supervisedBy: [CENTER],
      risks: ['civil-to-criminal'],
    });
  });

  it('keeps mediators of the proceeding an agreement was reached in', () => {
    const dispute = fold([...inSigning, failed, accepted(2), appointed('m2', 2)]);
    expect(dispute).toMatchObject({ phase: 'in-mediation', proceeding: { n: 2, mediators: ['m2'], sessions: 0 } });
    expect(dispute).toMatchObject({ file: { agreements: [{ mediators: ['370402102001-m1'], status: 'superseded' }] } });
  });
});

it('a dispute’s stream carries its id', () => {
  expect(disputeStream('a-1')).toBe('dispute-a-1');
  expect(disputeIdOf(disputeStream('a-1'))).toBe('a-1');
});

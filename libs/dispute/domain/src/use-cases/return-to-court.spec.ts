import type { DisputeEvent } from '../dispute.events';
import { COURT, OFFICE, POLICE, ROOM, VILLAGE } from '../spec/bodies';
import {
  addressConfirmed,
  factsConfirmed,
  factsRecorded,
  movedToCourt,
  referral,
  referred,
  referredInSession,
  returned,
} from '../spec/court.histories';
import { given, NOON, type Sent } from '../spec/given';
import {
  agreed,
  ended,
  event,
  failed,
  inSession,
  offered,
  reached,
  refused,
  registered,
  settled,
  TODAY,
  tookEffect,
} from '../spec/histories';

const giveBack = (result?: 'settled' | 'suit-withdrawn' | 'terminated' | 'failed'): Sent => ({
  type: 'ReturnToCourt',
  data: result ? { result } : {},
});
const [opened, ...afterOpening] = agreed;
/** The same mediation, at a court's request. */
const settledForCourt: readonly DisputeEvent[] = [opened!, referral(), ...afterOpening];
const withoutResult: readonly DisputeEvent[] = [...inSession.slice(0, 1), referral(), ...inSession.slice(1), failed];
const inPart = [
  ...referredInSession,
  reached({ extent: 'partial', form: 'oral', obligations: [] }),
  tookEffect(),
] as const;

describe('reporting to the court', () => {
  it('tells of the agreement, which stays with who made it', () =>
    given(...settledForCourt)
      .when(giveBack())
      .then(returned({ result: 'settled', agreement: 1 })));

  it('tells of the suit’s withdrawal, at once or after the agreement', () => {
    given(...settledForCourt)
      .when(giveBack('suit-withdrawn'))
      .then(returned({ result: 'suit-withdrawn', agreement: 1 }));
    given(...settledForCourt, returned({ result: 'settled', agreement: 1 }))
      .when(giveBack('suit-withdrawn'))
      .then(returned({ result: 'suit-withdrawn', agreement: 1 }));
  });

  it('returns what has failed, with responsibility, and takes back what was offered elsewhere', () => {
    given(...withoutResult)
      .when(giveBack())
      .then(returned(), movedToCourt);
    given(...withoutResult, offered(POLICE))
      .when(giveBack('terminated'))
      .then(
        returned({ result: 'terminated' }),
        event('HandoffWithdrawn', { handoff: 'h1', cause: 'superseded', withdrawnAt: NOON }),
        movedToCourt,
      );
  });

  it('returns what was settled in part', () =>
    given(...inPart, failed)
      .when(giveBack())
      .then(returned({ agreement: 1 }), movedToCourt));

  it('happens once, when there is something to tell', () => {
    given(...settledForCourt, returned({ result: 'settled', agreement: 1 }))
      .when(giveBack())
      .refused('no-court-referral');
    given(...settledForCourt, returned({ result: 'suit-withdrawn', agreement: 1 }))
      .when(giveBack('suit-withdrawn'))
      .refused('no-court-referral');
    given(...agreed)
      .when(giveBack())
      .refused('no-court-referral');
    given(...referredInSession)
      .when(giveBack())
      .refused('mediation-not-ended');
    given(...referred)
      .when(giveBack())
      .refused('mediation-not-ended');
  });

  it('tells what happened and nothing else', () => {
    given(...settledForCourt)
      .when(giveBack('failed'))
      .refused('result-does-not-fit');
    given(...withoutResult)
      .when(giveBack('settled'))
      .refused('result-does-not-fit');
    given(...inPart, failed)
      .when(giveBack('settled'))
      .refused('result-does-not-fit');
  });

  it('is for the responsible body', () => {
    given(...settledForCourt)
      .by(OFFICE)
      .when(giveBack())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(giveBack())
      .refused('dispute-closed');
  });
});

describe('what a court referred goes back to it', () => {
  const routes = ['litigation'] as const;
  const fail = (reason: 'no-agreement' | 'time-limit'): Sent => ({ type: 'FailMediation', data: { reason, routes } });
  const failure = (reason: 'no-agreement' | 'time-limit') =>
    event('MediationFailed', { proceeding: 1, reason, routes });

  it('when mediation fails, or runs out of time', () => {
    given(...referredInSession)
      .when(fail('no-agreement'))
      .then(failure('no-agreement'), returned(), movedToCourt);
    given(...referredInSession)
      .when(fail('time-limit'))
      .then(failure('time-limit'), returned({ result: 'expired' }), movedToCourt);
  });

  it('with the undisputed facts that everybody signed and the addresses for service', () => {
    const papers = [factsRecorded, factsConfirmed('p1'), addressConfirmed('p2')];
    given(...referredInSession, ...papers)
      .when(fail('no-agreement'))
      .then(failure('no-agreement'), returned({ serviceAddresses: ['p2'] }), movedToCourt);
    given(...referredInSession, ...papers, factsConfirmed('p2'))
      .when(fail('no-agreement'))
      .then(failure('no-agreement'), returned({ undisputedFacts: 1, serviceAddresses: ['p2'] }), movedToCourt);
  });

  it('when it is ended', () =>
    given(...referredInSession)
      .when({ type: 'TerminateMediation', data: { reason: 'uncontactable', routes } })
      .then(
        event('MediationTerminated', { proceeding: 1, reason: 'uncontactable', routes }),
        returned({ result: 'terminated' }),
        movedToCourt,
      ));

  it('when a party refuses, also before it began; a refusal of one body only changes nothing', () => {
    const refuse = (to?: string): Sent => ({ type: 'RecordConsent', data: { party: 'p2', consents: false, to } });
    const refusal = (to?: string) => ({ ...refused('p2', to), data: { ...refused('p2', to).data, refusedOn: TODAY } });
    const terminated = event('MediationTerminated', { proceeding: 1, reason: 'party-refused', routes: [] });
    given(...referredInSession)
      .when(refuse())
      .then(refusal(), terminated, returned({ result: 'terminated' }), movedToCourt);
    given(...referred)
      .when(refuse())
      .then(refusal(), returned({ result: 'terminated' }), movedToCourt);
    given(...referredInSession)
      .when(refuse(OFFICE))
      .then(refusal(OFFICE));
  });

  it('when the applicant takes it back', () =>
    given(...referred)
      .when({ type: 'WithdrawDispute', data: { party: 'p1' } })
      .then(event('DisputeWithdrawn', { party: 'p1' }), returned({ result: 'terminated' }), movedToCourt));

  it('when the body does not accept it', () =>
    given(...referred)
      .when({ type: 'DeclineDispute', data: { reason: 'mediation-forbidden', routes } })
      .then(
        event('DisputeNotAccepted', { reason: 'mediation-forbidden', routes }),
        returned({ result: 'terminated' }),
        movedToCourt,
      ));

  it('unless it still lies with the court’s own room', () =>
    given(...referred.slice(0, 4))
      .by(ROOM)
      .when({ type: 'WithdrawDispute', data: { party: 'p1' } })
      .then(event('DisputeWithdrawn', { party: 'p1' })));

  it('without moving where the court mediates itself', () =>
    given(
      registered({ custodian: COURT }),
      referral(),
      event('DisputeAccepted', { proceeding: 1, channel: 'judicial', body: COURT, acceptedOn: TODAY }),
    )
      .by(COURT)
      .when(fail('no-agreement'))
      .then(failure('no-agreement'), returned()));

  it('and nothing goes back that no court referred', () =>
    given(...ended.slice(0, -1))
      .when(fail('no-agreement'))
      .then(failure('no-agreement')));

  it('and who mediated has it no longer', () =>
    given(...referredInSession, failed, returned(), movedToCourt)
      .by(VILLAGE)
      .when({ type: 'CloseDispute', data: {} })
      .refused('not-the-responsible-body'));
});

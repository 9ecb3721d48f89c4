import type { DisputeEvent } from '../dispute.events';
import { OFFICE, POLICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  accepted,
  agreed,
  appointed,
  breached,
  ended,
  event,
  failed,
  fulfilled,
  inMediation,
  inSession,
  moved,
  offered,
  performed,
  reached,
  refused,
  registered,
  reopened,
  rightsNotified,
  sessionHeld,
  settled,
  TODAY,
  tookEffect,
} from '../spec/histories';
import type { Outcome } from '../vocabulary';

const close = { type: 'CloseDispute', data: {} } as const;
const closedAs = (outcome: Outcome) => event('DisputeClosed', { outcome, closedOn: TODAY });
const terminated = (reason: 'uncontactable' | 'party-refused' | 'withdrawn') =>
  event('MediationTerminated', { proceeding: 1, reason, routes: reason === 'uncontactable' ? ['litigation'] : [] });
const told = event('RoutesTold', { routes: ['litigation'] });
const secondRound = (last: DisputeEvent): readonly DisputeEvent[] => [accepted(2), last];
const failedAgain = event('MediationFailed', { proceeding: 2, reason: 'no-agreement', routes: ['litigation'] });

describe('closing a dispute', () => {
  it.each<[string, readonly DisputeEvent[], Outcome]>([
    ['performed', fulfilled, 'settled'],
    ['breached', [...agreed, breached()], 'breached'],
    ['breached and performed after all', [...agreed, breached(), performed()], 'settled'],
    ['failed', ended, 'failed'],
    ['terminated', [...inMediation, terminated('uncontactable')], 'uncontactable'],
    [
      'refused, and told the routes since',
      [...inMediation, refused('p1'), terminated('party-refused'), told],
      'refused',
    ],
    ['withdrawn', [...inMediation, terminated('withdrawn'), event('DisputeWithdrawn', { party: 'p1' })], 'withdrawn'],
    ['withdrawn before mediation', [registered(), event('DisputeWithdrawn', { party: 'p1' })], 'withdrawn'],
    [
      'not accepted',
      [registered(), event('DisputeNotAccepted', { reason: 'mediation-forbidden', routes: ['litigation'] })],
      'not-accepted',
    ],
    [
      'agreed in part, performed, failed in the rest',
      [...inSession, reached({ extent: 'partial' }), tookEffect(), failed, performed()],
      'settled-in-part',
    ],
    [
      'agreed in part and breached',
      [...inSession, reached({ extent: 'partial' }), tookEffect(), failed, breached()],
      'breached',
    ],
  ])('says how it ended: %s', (_, history, outcome) =>
    given(...history)
      .when(close)
      .then(closedAs(outcome)),
  );

  it('says how the last round ended, not one before a reopening', () => {
    given(...settled, reopened(), ...secondRound(failedAgain))
      .when(close)
      .then(closedAs('failed'));
    given(...settled, reopened(), event('DisputeWithdrawn', { party: 'p1' }))
      .when(close)
      .then(closedAs('withdrawn'));
    given(...agreed, breached(), reopened('breach'), ...secondRound(failedAgain))
      .when(close)
      .then(closedAs('failed'));
    given(
      ...[...agreed, breached(), reopened('breach'), accepted(2), appointed(undefined, 2)],
      ...[rightsNotified(undefined, 2), sessionHeld(2), reached({ agreement: 2, proceeding: 2, form: 'oral' })],
      ...[tookEffect(TODAY, 2), performed(2)],
    )
      .when(close)
      .then(closedAs('settled'));
  });

  it('still waits for what bound the parties before a reopening and binds them yet', () => {
    const half = [...inSession, reached({ extent: 'partial', form: 'oral' }), tookEffect()] as const;
    const both = [...half, reached({ agreement: 2, form: 'oral' }), tookEffect(TODAY, 2), breached(2)] as const;
    const again = [...both, reopened('breach'), ...secondRound(failedAgain)] as const;
    given(...again)
      .when(close)
      .refused('not-performed');
    given(...again, performed())
      .when(close)
      .then(closedAs('settled-in-part'));
    given(...again, breached())
      .when(close)
      .then(closedAs('breached'));
  });

  it('is refused while something is still to do', () => {
    given(registered()).when(close).refused('not-at-this-stage');
    given(...inMediation)
      .when(close)
      .refused('proceeding-running');
    given(...agreed)
      .when(close)
      .refused('not-performed');
    given(...inMediation, refused('p1'), terminated('party-refused'))
      .when(close)
      .refused('routes-not-told');
    given(...fulfilled, offered(POLICE))
      .when(close)
      .refused('handoff-pending');
    given(...ended, moved(VILLAGE, TOWNSHIP))
      .by(TOWNSHIP)
      .when(close)
      .refused('not-at-this-stage');
    given(...fulfilled, event('EmergencyRaised', { people: 30, raisedAt: NOON }))
      .when(close)
      .refused('emergency-running');
  });

  it('is refused to another body, twice, and where there is nothing', () => {
    given(...fulfilled)
      .by(OFFICE)
      .when(close)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(close)
      .refused('dispute-closed');
    given().when(close).refused('dispute-unknown');
  });
});

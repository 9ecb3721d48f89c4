import type { Clock, ExpiryEffect } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { CENTER, COURT, VILLAGE } from '../spec/bodies';
import { given, NOON, type Sent } from '../spec/given';
import { event, inMediation, inSession, offered, registered, settled, suspended, TODAY } from '../spec/histories';
import { clock, withClock } from '../spec/time-limit.witnesses';

const expire = (id = clock().id): Sent => ({ type: 'ExpireTimeLimit', data: { clock: id } });
const lapse = '2025-04-03T00:00:00+08:00';
const expired = (effect: ExpiryEffect, id = clock().id) =>
  event('TimeLimitExpired', { clock: id, rule: 'month', effect, dueOn: '2025-04-02', expiredAt: lapse });
const failed = event('MediationFailed', { proceeding: 1, reason: 'time-limit', routes: [] });

const due = (expiry: ExpiryEffect, change: Partial<Clock> = {}) => withClock({ state: 'due', expiry, ...change });
const when = (history: readonly DisputeEvent[], rules: ReturnType<typeof due>, sent = expire()) =>
  given(...history)
    .by(CENTER, 'system')
    .under(rules)
    .when(sent);

describe('a time limit that runs out', () => {
  it.each(['SOFT_ALERT', 'RELEASES_RIGHT', 'RIGHT_LOST', 'OVERDUE_DUTY'] as const)(
    'is recorded, and does nothing by itself where it means %s',
    (effect) => when(inMediation, due(effect)).then(expired(effect)),
  );

  it('is deemed a failure, with the routes still to be told', () =>
    when(inSession, due('DEEMED_FAILED')).then(expired('DEEMED_FAILED'), failed));

  it('ends only the proceeding it belongs to', () =>
    when(
      inSession,
      due('DEEMED_FAILED', { id: 'month/proceeding-7', subject: 'proceeding-7' }),
      expire('month/proceeding-7'),
    ).then(expired('DEEMED_FAILED', 'month/proceeding-7')));

  it('takes an offer back that nobody answered', () => {
    const subject = { id: 'month/handoff-h1', subject: 'handoff-h1' };
    when([registered(), offered(CENTER)], due('REASSIGN', subject), expire(subject.id)).then(
      expired('REASSIGN', subject.id),
      event('HandoffLapsed', { handoff: 'h1', lapsedAt: lapse }),
    );
    when([registered()], due('REASSIGN', subject), expire(subject.id)).then(expired('REASSIGN', subject.id));
  });

  it('sends an entrusted dispute back to its court, with nothing of the sessions', () => {
    const entrusted = event('CourtReferralMade', {
      court: COURT,
      mode: 'postfiling',
      procedure: 'summary',
      referredOn: TODAY,
    });
    const facts = [
      event('UndisputedFactsRecorded', { record: 1, proceeding: 1, recordedOn: TODAY, personal: {} }),
      event('UndisputedFactsConfirmed', { record: 1, party: 'p1', signedOn: TODAY }),
    ] as const;
    const returned = event('DisputeReturnedToCourt', {
      court: COURT,
      result: 'expired',
      serviceAddresses: [],
      returnedOn: TODAY,
    });
    const moved = event('CustodyMoved', { from: VILLAGE, to: COURT, cause: 'returned-to-court', movedAt: NOON });
    const history = [registered(), entrusted, ...inSession.slice(1), ...facts];
    when(history, due('RETURNS_TO_COURT')).then(expired('RETURNS_TO_COURT'), failed, returned, moved);
    const confirmed = event('UndisputedFactsConfirmed', { record: 1, party: 'p2', signedOn: TODAY });
    when([...history, confirmed], due('RETURNS_TO_COURT')).then(
      expired('RETURNS_TO_COURT'),
      failed,
      { ...returned, data: { ...returned.data, undisputedFacts: 1 } },
      moved,
    );
  });

  it('is recorded once', () => {
    when(inMediation, withClock({ state: 'expired', endedAt: lapse })).then();
    when(inMediation, withClock({ state: 'met', endedAt: lapse })).then();
  });

  it('is not recorded before its time, nor while it is stopped', () => {
    when(inMediation, withClock()).refused('not-yet-due');
    when([...inMediation, suspended], withClock({ state: 'paused' })).refused('not-yet-due');
  });

  it('has to exist, in an open dispute', () => {
    when(inMediation, due('SOFT_ALERT'), expire('year/proceeding-1')).refused('time-limit-unknown');
    when(settled, due('SOFT_ALERT')).refused('dispute-closed');
  });

  it('lapses at the minute where the limit counts minutes', () =>
    when(inMediation, due('SOFT_ALERT', { dueAt: '2025-03-02T12:10:00+08:00' })).then({
      ...expired('SOFT_ALERT'),
      data: { ...expired('SOFT_ALERT').data, expiredAt: '2025-03-02T12:10:00+08:00' },
    }));
});

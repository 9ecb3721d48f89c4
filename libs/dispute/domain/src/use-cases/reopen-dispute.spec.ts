import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import {
  agreed,
  breached,
  closed,
  ended,
  event,
  inMediation,
  inSigning,
  reached,
  registered,
  reopened,
  settled,
  TODAY,
} from '../spec/histories';

const onBreach = (agreement = 1) =>
  ({ type: 'ReopenDispute', data: { reason: 'breach', agreement, note: '反悔' } }) as const;
const again = { type: 'ReopenDispute', data: { reason: 'new-application' } } as const;
const reopenedNow = (reason: 'breach' | 'new-application') => event('DisputeReopened', { reason, reopenedOn: TODAY });
const breachedNow = event('AgreementBreached', {
  agreement: 1,
  breachedOn: TODAY,
  personal: { file: { text: '反悔' } },
});
const superseded = event('AgreementSuperseded', { agreement: 1 });

describe('reopening', () => {
  it('on a new application, once it is closed', () => {
    given(...settled)
      .when(again)
      .then(reopenedNow('new-application'));
    given(...ended, closed('failed'))
      .when(again)
      .then(reopenedNow('new-application'));
  });

  it('on a breach, which it records unless it is recorded already', () => {
    given(...agreed)
      .when(onBreach())
      .then(breachedNow, reopenedNow('breach'));
    given(...agreed, breached())
      .when(onBreach())
      .then(reopenedNow('breach'));
    given(...agreed, breached(), closed('breached'))
      .when(onBreach())
      .then(reopenedNow('breach'));
    given(...settled)
      .when(onBreach())
      .then(breachedNow, reopenedNow('breach'));
  });

  it('is refused while it is open', () => {
    given(...agreed)
      .when(again)
      .refused('dispute-not-closed');
    given(...ended)
      .when(again)
      .refused('dispute-not-closed');
    given(registered()).when(onBreach()).refused('dispute-not-closed');
    given(...inMediation)
      .when(onBreach())
      .refused('dispute-not-closed');
    given(...settled, reopened())
      .when(again)
      .refused('dispute-not-closed');
  });

  it('is refused for a breach of what never bound', () => {
    given(...settled)
      .when(onBreach(2))
      .refused('agreement-unknown');
    given(
      ...inSigning,
      superseded,
      reached({ agreement: 2, form: 'oral' }),
      event('AgreementTookEffect', { agreement: 2, effectiveOn: TODAY }),
    )
      .when(onBreach())
      .refused('no-breach');
  });

  it('is refused to another body and where there is nothing', () => {
    given(...settled)
      .by(OFFICE)
      .when(again)
      .refused('not-the-responsible-body');
    given().when(again).refused('dispute-unknown');
  });
});

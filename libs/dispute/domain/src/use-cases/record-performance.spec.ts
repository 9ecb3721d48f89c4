import { OFFICE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  agreed,
  breached,
  done,
  event,
  fulfilled,
  inSession,
  inSigning,
  paid,
  performed,
  reached,
  settled,
  TODAY,
  tookEffect,
} from '../spec/histories';

const perform = (obligation: number, amountFen?: number, agreement = 1) =>
  ({
    type: 'RecordPerformance',
    data: { agreement, obligation, ...(amountFen !== undefined && { amountFen }) },
  }) as const;
const performance = (obligation: number, complete: boolean, amountFen?: number) =>
  event('ObligationPerformed', { agreement: 1, obligation, amountFen, performedOn: TODAY, complete });
const breach = (change = {}) => ({ type: 'RecordBreach', data: { agreement: 1, ...change } }) as const;

describe('recording performance', () => {
  it('takes it in parts, complete with the last fen', () => {
    given(...agreed)
      .when(perform(1, 4_000))
      .then(performance(1, false, 4_000));
    given(...agreed, paid(4_000, false))
      .when(perform(1, 5_999))
      .then(performance(1, false, 5_999));
    given(...agreed, paid(4_000, false), paid(5_999, false))
      .when(perform(1, 1))
      .then(performance(1, true, 1));
  });

  it('takes an act as done', () =>
    given(...agreed)
      .at('2025-03-09T08:00:00+08:00', NOON)
      .when(perform(2))
      .then(event('ObligationPerformed', { agreement: 1, obligation: 2, performedOn: '2025-03-09', complete: true })));

  it('fulfils the agreement with the last obligation, in either order', () => {
    given(...agreed, done)
      .when(perform(1, 10_000))
      .then(performance(1, true, 10_000), performed());
    given(...agreed, paid(10_000, true))
      .when(perform(2))
      .then(performance(2, true), performed());
  });

  it('counts late performance after a breach', () =>
    given(...agreed, paid(10_000, true), breached())
      .when(perform(2))
      .then(performance(2, true), performed()));

  it('counts it for a part in effect while the rest is still mediated', () =>
    given(...inSession, reached({ extent: 'partial' }), tookEffect())
      .when(perform(2))
      .then(performance(2, true)));

  it('takes no fen more than is owed', () => {
    given(...agreed)
      .when(perform(1, 10_001))
      .refused('more-than-owed');
    given(...agreed, paid(4_000, false))
      .when(perform(1, 6_001))
      .refused('more-than-owed');
  });

  it('wants an amount for money, an obligation that is there and not performed yet', () => {
    given(...agreed)
      .when(perform(1))
      .refused('amount-needed');
    given(...agreed)
      .when(perform(3))
      .refused('obligation-unknown');
    given(...agreed, paid(10_000, true))
      .when(perform(1, 1))
      .refused('obligation-performed');
    given(...agreed, done)
      .when(perform(2))
      .refused('obligation-performed');
  });

  it('wants an agreement that is in effect', () => {
    given(...agreed)
      .when(perform(1, 1, 2))
      .refused('agreement-unknown');
    given(...inSigning)
      .when(perform(1, 1))
      .refused('agreement-not-in-effect');
    given(...fulfilled)
      .when(perform(1, 1))
      .refused('agreement-not-in-effect');
  });
});

describe('recording a breach', () => {
  it('is of the agreement or of one obligation', () => {
    given(...agreed)
      .when(breach({ note: '拒不支付' }))
      .then(event('AgreementBreached', { agreement: 1, breachedOn: TODAY, personal: { file: { text: '拒不支付' } } }));
    given(...agreed, done)
      .when(breach({ obligation: 1 }))
      .then(event('AgreementBreached', { agreement: 1, obligation: 1, breachedOn: TODAY, personal: {} }));
  });

  it('wants an agreement in effect and an obligation not performed', () => {
    given(...agreed)
      .when(breach({ agreement: 2 }))
      .refused('agreement-unknown');
    given(...inSigning)
      .when(breach())
      .refused('agreement-not-in-effect');
    given(...agreed, breached())
      .when(breach())
      .refused('agreement-not-in-effect');
    given(...fulfilled)
      .when(breach())
      .refused('agreement-not-in-effect');
    given(...agreed)
      .when(breach({ obligation: 3 }))
      .refused('obligation-unknown');
    given(...agreed, done)
      .when(breach({ obligation: 2 }))
      .refused('obligation-performed');
  });
});

describe.each([perform(1, 1), breach()])('$type', (command) => {
  it('is refused to another body and when the file is not open', () => {
    given(...agreed)
      .by(OFFICE)
      .when(command)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(command)
      .refused('dispute-closed');
    given().when(command).refused('dispute-unknown');
  });
});

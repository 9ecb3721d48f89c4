import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { OFFICE } from '../spec/bodies';
import { confirmationDecided, confirmationFiled, confirmationOffered } from '../spec/court.histories';
import { given, type Sent } from '../spec/given';
import { agreed, breached, closed, event, inSigning, registered, TODAY } from '../spec/histories';
import type { Remedy } from '../vocabulary';

const law = rulePackFor('2026-03-01', '370402');
const pursue = (way: Remedy, agreement = 1): Sent => ({ type: 'PursueRemedy', data: { agreement, way } });
const pursued = (way: Remedy) => event('RemedyPursued', { agreement: 1, way, pursuedOn: TODAY });
const broken: readonly DisputeEvent[] = [...agreed, breached()];
const decided = (decision: 'confirmed' | 'dismissed' | 'refused') => [
  ...agreed,
  confirmationOffered(),
  confirmationFiled,
  confirmationDecided(decision),
];

describe('what a party does with an agreement', () => {
  it('that is broken: it sues, mediates anew or has it enforced', () => {
    const scene = given(...broken).under(law);
    scene.when(pursue('litigation')).then(pursued('litigation'));
    scene.when(pursue('re-mediation')).then(pursued('re-mediation'));
    scene.when(pursue('notarised-enforcement')).then(pursued('notarised-enforcement'));
    scene.when(pursue('payment-order')).then(pursued('payment-order'));
    given(...decided('confirmed'), breached())
      .under(law)
      .when(pursue('enforcement'))
      .then(pursued('enforcement'));
  });

  it.each([
    ['2023-12-31', '第二百零二条'],
    ['2024-01-01', '第二百零六条'],
  ])('that no court has confirmed: nothing is enforced, by the article in force on %s', (date, article) => {
    const rules = rulePackFor(date, '370402');
    given(...broken)
      .under(rules)
      .when(pursue('enforcement'))
      .barred('enforcement-needs-confirmation', article);
    given(...decided('confirmed'))
      .under(rules)
      .when(pursue('enforcement'))
      .barred('enforcement-needs-breach', article);
  });

  it('that owes no money: no payment order', () => {
    given(...agreed)
      .under(law)
      .when(pursue('payment-order'))
      .barred('payment-order-needs-breach', '第四百二十七条');
    const paid = event('ObligationPerformed', {
      agreement: 1,
      obligation: 1,
      amountFen: 10_000,
      performedOn: TODAY,
      complete: true,
    });
    given(...agreed, paid, breached())
      .under(law)
      .when(pursue('payment-order'))
      .barred('payment-order-needs-money', '第二百二十五条');
  });

  it('of labour: a payment order is for wages and what the law lists', () => {
    const labour = [registered({ disputeType: 'labour' }), ...broken.slice(1)];
    given(...labour)
      .under(law)
      .when(pursue('payment-order'))
      .barred('labour-payment-order-claims', '第十六条');
    given(...labour, event('MattersNoted', { matters: ['labour-payment'] }))
      .under(law)
      .when(pursue('payment-order'))
      .then(pursued('payment-order'));
  });

  it.each(['dismissed', 'refused'] as const)('that a court %s: it is varied or sued on', (decision) => {
    given(...decided(decision))
      .under(law)
      .when(pursue('re-mediation'))
      .then(pursued('re-mediation'));
    given(...decided(decision))
      .under(law)
      .when(pursue('litigation'))
      .then(pursued('litigation'));
  });

  it('that is being kept: nothing', () => {
    given(...agreed)
      .when(pursue('litigation'))
      .refused('remedy-not-open');
    given(...decided('confirmed'))
      .when(pursue('re-mediation'))
      .refused('remedy-not-open');
  });

  it('may come when the file is closed', () =>
    given(...broken, closed('breached'))
      .under(law)
      .when(pursue('litigation'))
      .then(pursued('litigation')));

  it('is entered by the responsible body, of an agreement in effect', () => {
    given(...broken)
      .by(OFFICE)
      .when(pursue('litigation'))
      .refused('not-the-responsible-body');
    given(...inSigning)
      .when(pursue('litigation'))
      .refused('agreement-not-in-effect');
    given(...broken)
      .when(pursue('litigation', 2))
      .refused('agreement-unknown');
    given().when(pursue('litigation')).refused('dispute-unknown');
  });
});

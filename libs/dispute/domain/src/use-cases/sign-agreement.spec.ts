import { CENTER, OFFICE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  agreed,
  appointed,
  event,
  failed,
  inSession,
  inSigning,
  MEDIATOR,
  reached,
  settled,
  signedBy,
  signedByMediator,
  suspended,
  tookEffect,
} from '../spec/histories';

const party = (id: string, agreement = 1) => ({ type: 'SignAgreement', data: { agreement, party: id } }) as const;
const mediator = (id = MEDIATOR) => ({ type: 'SignAgreement', data: { agreement: 1, mediator: id } }) as const;
const recused = event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'interest' });

describe('signing an agreement', () => {
  it('records a party’s and the mediator’s hand, dated when they signed', () => {
    given(...inSigning)
      .at('2025-03-05T10:00:00+08:00', NOON)
      .when(party('p2'))
      .then(signedBy('p2', '2025-03-05'));
    given(...inSigning, suspended)
      .when(mediator())
      .then(signedByMediator('2025-03-10'));
  });

  it('takes each hand once', () => {
    given(...inSigning, signedBy('p1'))
      .when(party('p1'))
      .refused('already-signed');
    given(...inSigning, signedByMediator())
      .when(mediator())
      .refused('already-signed');
    given(...inSession, appointed('m2'), reached(), signedByMediator())
      .when(mediator('m2'))
      .refused('already-signed');
  });

  it('takes only hands of this dispute', () => {
    given(...inSigning)
      .when(party('p3'))
      .refused('party-unknown');
    given(...inSigning)
      .when(mediator('m2'))
      .refused('mediator-unknown');
    given(...inSigning, appointed('m2'))
      .when(mediator('m2'))
      .refused('mediator-unknown');
  });

  it('does not take the hand of a mediator who was recused meanwhile', () =>
    given(...inSigning, recused)
      .when(mediator())
      .refused('mediator-recused'));

  it('is refused for an agreement that is not there, oral, or no longer in signing', () => {
    given(...inSigning)
      .when(party('p1', 2))
      .refused('agreement-unknown');
    given(...inSession, reached({ form: 'oral', extent: 'partial' }), tookEffect())
      .when(party('p1'))
      .refused('agreement-is-oral');
    given(...agreed)
      .when(party('p1'))
      .refused('agreement-not-in-signing');
    given(...inSigning, event('AgreementSuperseded', { agreement: 1 }), reached({ agreement: 2 }))
      .when(party('p1'))
      .refused('agreement-not-in-signing');
    given(...inSigning, failed)
      .when(party('p1'))
      .refused('agreement-not-in-signing');
  });

  it('is refused to another body and when the file is not open', () => {
    given(...inSigning)
      .by(OFFICE)
      .when(party('p1'))
      .refused('not-the-responsible-body');
    given(...settled)
      .when(party('p1'))
      .refused('dispute-closed');
    given().by(CENTER).when(party('p1')).refused('dispute-unknown');
  });
});

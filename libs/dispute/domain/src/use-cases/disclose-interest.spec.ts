import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { appointed, event, inMediation, MEDIATOR, registered, settled } from '../spec/histories';

const disclose = { type: 'DiscloseInterest', data: { mediator: MEDIATOR, statement: '与申请人同村' } } as const;

describe('disclosing an interest', () => {
  it('puts the statement where personal data belongs', () =>
    given(...inMediation, appointed())
      .when(disclose)
      .then(
        event('InterestDisclosed', {
          proceeding: 1,
          mediator: MEDIATOR,
          personal: { file: { text: '与申请人同村' } },
        }),
      ));

  it('is refused for a stranger to the proceeding', () =>
    given(...inMediation, appointed('m2'))
      .when(disclose)
      .refused('mediator-unknown'));

  it('is refused without a proceeding of one’s own', () => {
    given(registered()).when(disclose).refused('no-proceeding');
    given(...inMediation, appointed())
      .by(OFFICE)
      .when(disclose)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(disclose)
      .refused('dispute-closed');
    given().when(disclose).refused('dispute-unknown');
  });
});

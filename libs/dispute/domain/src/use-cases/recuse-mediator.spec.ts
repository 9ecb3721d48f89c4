import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { appointed, ended, event, inMediation, MEDIATOR, registered, settled } from '../spec/histories';

const recuse = { type: 'RecuseMediator', data: { mediator: MEDIATOR, ground: 'party-objects' } } as const;
const recused = event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'party-objects' });

describe('recusing a mediator', () => {
  it('takes a mediator out of the proceeding', () =>
    given(...inMediation, appointed())
      .when(recuse)
      .then(recused));

  it('is refused for one who is not, or no longer, in it', () => {
    given(...inMediation)
      .when(recuse)
      .refused('mediator-unknown');
    given(...inMediation, appointed(), recused)
      .when(recuse)
      .refused('mediator-unknown');
  });

  it('is refused without a proceeding of one’s own', () => {
    given(registered()).when(recuse).refused('no-proceeding');
    given(...ended)
      .when(recuse)
      .refused('no-proceeding');
    given(...inMediation, appointed())
      .by(OFFICE)
      .when(recuse)
      .refused('not-the-responsible-body');
    given(...settled)
      .when(recuse)
      .refused('dispute-closed');
    given().when(recuse).refused('dispute-unknown');
  });
});

import { CENTER } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, ended, event, inMediation, registered, reopened, settled } from '../spec/histories';

const decline = {
  type: 'DeclineDispute',
  data: { reason: 'reserved-to-special-organ', routes: ['litigation', 'arbitration'] },
} as const;
const declined = event('DisputeNotAccepted', decline.data);

describe('declining a dispute', () => {
  it('says why and which other routes there are', () => {
    given(registered()).when(decline).then(declined);
    given(...settled, reopened())
      .when(decline)
      .then(declined);
  });

  it.each([
    ['in mediation', inMediation, 'proceeding-running'],
    ['agreed', agreed, 'not-at-this-stage'],
    ['ended', ended, 'not-at-this-stage'],
  ] as const)('is refused once it was accepted: %s', (_, history, code) =>
    given(...history)
      .when(decline)
      .refused(code),
  );

  it('is refused to another body and when the file is not open', () => {
    given(registered()).by(CENTER).when(decline).refused('not-the-responsible-body');
    given(...settled)
      .when(decline)
      .refused('dispute-closed');
    given().when(decline).refused('dispute-unknown');
  });
});

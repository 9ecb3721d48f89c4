import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, ended, event, inMediation, inSigning, registered, settled } from '../spec/histories';

const withdraw = (party = 'p1') => ({ type: 'WithdrawDispute', data: { party } }) as const;
const withdrawn = event('DisputeWithdrawn', { party: 'p1' });
const terminated = event('MediationTerminated', { proceeding: 1, reason: 'withdrawn', routes: [] });

describe('withdrawing', () => {
  it('takes the application back, and ends what runs', () => {
    given(registered()).when(withdraw()).then(withdrawn);
    given(...inMediation)
      .when(withdraw())
      .then(terminated, withdrawn);
    given(...inSigning)
      .when(withdraw())
      .then(terminated, withdrawn);
  });

  it('is an applicant’s right alone', () => {
    given(registered()).when(withdraw('p2')).refused('party-unknown');
    given(registered()).when(withdraw('p3')).refused('party-unknown');
  });

  it('comes too late after an agreement, and after any other end', () => {
    given(...agreed)
      .when(withdraw())
      .refused('already-agreed');
    given(...ended)
      .when(withdraw())
      .refused('no-proceeding');
    given(registered(), withdrawn).when(withdraw()).refused('no-proceeding');
  });

  it('is refused to another body and when the file is not open', () => {
    given(registered()).by(OFFICE).when(withdraw()).refused('not-the-responsible-body');
    given(...settled)
      .when(withdraw())
      .refused('dispute-closed');
    given().when(withdraw()).refused('dispute-unknown');
  });
});

import { fromPolice, policeCase, policeDecided, toldPolice } from '../spec/authority.histories';
import { COURT, OFFICE, POLICE, VILLAGE } from '../spec/bodies';
import { fold, given } from '../spec/given';
import { inMediation, registered, settled, TODAY } from '../spec/histories';

const accept = (caseNumber?: string) =>
  ({ type: 'AcceptPoliceCase', data: { ...(caseNumber !== undefined && { caseNumber }) } }) as const;
const opened = policeCase({ acceptedOn: TODAY });

describe('the police opening a case', () => {
  it('moves nothing and ends nothing', () => {
    given(...inMediation, toldPolice())
      .by(POLICE)
      .when(accept())
      .then(opened);
    expect(fold([...inMediation, toldPolice(), opened]).phase).toBe('in-mediation');
  });

  it('keeps their number', () =>
    given(...fromPolice)
      .by(POLICE)
      .when(accept('治安1号'))
      .then(policeCase({ caseNumber: '治安1号', acceptedOn: TODAY })));

  it('may come after the file was closed, and again after a decision', () => {
    given(...settled, toldPolice())
      .by(POLICE)
      .when(accept())
      .then(opened);
    given(...fromPolice, policeCase(), policeDecided())
      .by(POLICE)
      .when(accept())
      .then(opened);
  });

  it('is one at a time, and theirs alone', () => {
    given(...fromPolice, policeCase())
      .by(POLICE)
      .when(accept())
      .refused('police-case-running');
    given(registered()).by(VILLAGE).when(accept()).refused('only-police');
    given(registered()).by(OFFICE).when(accept()).refused('only-police');
    given(registered()).by(POLICE).when(accept()).refused('dispute-unknown');
    given(registered()).by(COURT).when(accept()).refused('dispute-unknown');
    given().by(POLICE).when(accept()).refused('dispute-unknown');
  });
});

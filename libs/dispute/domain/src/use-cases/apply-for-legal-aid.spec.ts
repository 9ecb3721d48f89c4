import { aidApplied, aidAssigned, aidDecided, aidEnded } from '../spec/authority.histories';
import { COURT, LEGAL_AID, OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { registered, settled, TODAY } from '../spec/histories';

const OTHER = '370403-legal-aid-center';
const apply = (party: string, change = {}) => ({ type: 'ApplyForLegalAid', data: { party, ...change } }) as const;
const applied = (change = {}) => aidApplied({ appliedOn: TODAY, ...change });

describe('applying for legal aid', () => {
  it('goes to the district’s centre unless another is named', () => {
    given(registered()).when(apply('p1')).then(applied());
    given(registered())
      .when(apply('p1', { center: OTHER, limitationEndsOn: '2025-03-15' }))
      .then(applied({ center: OTHER, limitationEndsOn: '2025-03-15' }));
  });

  it('is possible when the file is closed', () =>
    given(...settled)
      .when(apply('p2'))
      .then(applied({ party: 'p2' })));

  it('may be taken in at the centre that sees the dispute', () =>
    given(registered(), aidApplied())
      .by(LEGAL_AID)
      .when(apply('p2'))
      .then(applied({ aid: 2, party: 'p2' })));

  it('is one at a time for a party', () => {
    for (const so of [[], [aidDecided()], [aidDecided('provisional')], [aidDecided(), aidAssigned]])
      given(registered(), aidApplied(), ...so)
        .when(apply('p1'))
        .refused('aid-running');
    for (const so of [[aidDecided('refused')], [aidDecided(), aidEnded]])
      given(registered(), aidApplied(), ...so)
        .when(apply('p1'))
        .then(applied({ aid: 2 }));
  });

  it('is refused for a stranger, to no centre, and to other bodies', () => {
    given(registered()).when(apply('p3')).refused('party-unknown');
    given(registered())
      .when(apply('p1', { center: COURT }))
      .refused('not-a-legal-aid-center');
    given(registered()).by(OFFICE).when(apply('p1')).refused('not-the-responsible-body');
    given(registered(), aidApplied())
      .by(LEGAL_AID)
      .when(apply('p2', { center: OTHER }))
      .refused('not-the-responsible-body');
    given(registered()).by(LEGAL_AID).when(apply('p1')).refused('dispute-unknown');
    given().when(apply('p1')).refused('dispute-unknown');
  });
});

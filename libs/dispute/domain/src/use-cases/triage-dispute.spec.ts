import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, ended, event, inMediation, registered, settled } from '../spec/histories';

const toCourt = { type: 'TriageDispute', data: { channel: 'judicial' } } as const;

describe('triage', () => {
  it.each([
    ['registered', [registered()]],
    ['ended', ended],
    ['agreed', agreed],
  ])('names a channel while nothing runs: %s', (_, history) =>
    given(...history)
      .when(toCourt)
      .then(event('DisputeTriaged', { channel: 'judicial' })),
  );

  it('refuses during a proceeding, to another body, and when the file is not open', () => {
    given(...inMediation)
      .when(toCourt)
      .refused('proceeding-running');
    given(registered()).by(OFFICE).when(toCourt).refused('not-the-responsible-body');
    given(...settled)
      .when(toCourt)
      .refused('dispute-closed');
    given().when(toCourt).refused('dispute-unknown');
  });
});

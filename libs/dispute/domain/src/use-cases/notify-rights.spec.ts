import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { event, inMediation, registered, settled } from '../spec/histories';

const notify = (parties?: string[]) => ({ type: 'NotifyRights', data: parties ? { parties } : {} }) as const;

describe('notifying rights', () => {
  it('tells everyone, or those named', () => {
    given(...inMediation)
      .when(notify())
      .then(event('RightsNotified', { proceeding: 1, parties: ['p1', 'p2'] }));
    given(...inMediation)
      .when(notify(['p2']))
      .then(event('RightsNotified', { proceeding: 1, parties: ['p2'] }));
  });

  it('is refused for a stranger', () =>
    given(...inMediation)
      .when(notify(['p1', 'p9']))
      .refused('party-unknown'));

  it('is refused without a proceeding of one’s own', () => {
    given(registered()).when(notify()).refused('no-proceeding');
    given(...inMediation)
      .by(OFFICE)
      .when(notify())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(notify())
      .refused('dispute-closed');
    given().when(notify()).refused('dispute-unknown');
  });
});

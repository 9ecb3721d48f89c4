import { BUREAU, CENTER, DISTRICT_CENTER, FAR_CENTER, FAR_VILLAGE, NEIGHBOUR, OFFICE, VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import { event, inMediation, moved, offered, registered, settled } from '../spec/histories';

const OTHER = '0195c3a0-0000-7000-8000-000000000002';
const link = (change = {}) => ({ type: 'LinkDispute', data: { to: OTHER, relation: 'duplicate', ...change } }) as const;
const linked = event('DisputeLinked', { to: OTHER, relation: 'duplicate', personal: {} });

describe('linking a dispute to another', () => {
  it.each([VILLAGE, CENTER, DISTRICT_CENTER, BUREAU])('is the word of %s, and moves nothing', (by) =>
    given(...inMediation)
      .by(by)
      .when(link())
      .then(linked),
  );

  it.each(['related', 'distinct'] as const)('says that they are %s, and why', (relation) =>
    given(registered())
      .when(link({ relation, note: '同一堵墙' }))
      .then(event('DisputeLinked', { to: OTHER, relation, personal: { file: { text: '同一堵墙' } } })),
  );

  it('may be said anew', () => given(registered(), linked).when(link()).then(linked));

  it('is refused to a body that neither has the dispute nor is of government over who has', () => {
    given(registered()).by(OFFICE).when(link()).refused('not-the-responsible-body');
    given(registered(), offered(NEIGHBOUR)).by(NEIGHBOUR).when(link()).refused('not-the-responsible-body');
    given(registered(), moved(VILLAGE, FAR_VILLAGE)).by(CENTER).when(link()).refused('not-the-responsible-body');
    given(registered()).by(FAR_CENTER).when(link()).refused('dispute-unknown');
  });

  it('wants an open file', () => {
    given(...settled)
      .when(link())
      .refused('dispute-closed');
    given().when(link()).refused('dispute-unknown');
  });
});

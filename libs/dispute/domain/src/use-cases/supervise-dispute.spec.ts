import { BUREAU, CENTER, FAR_CENTER, LEADERS, OFFICE, VILLAGE, FAR_VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import { event, inMediation, moved, registered, settled } from '../spec/histories';

const supervise = (change = {}) => ({ type: 'SuperviseDispute', data: { reason: 'overdue', ...change } }) as const;

describe('supervising', () => {
  it.each([CENTER, BUREAU, LEADERS])('is a flag %s puts on it, and moves nothing', (by) =>
    given(...inMediation)
      .by(by)
      .when(supervise({ replyBy: '2025-03-15' }))
      .then(event('DisputeSupervised', { by, reason: 'overdue', replyBy: '2025-03-15' })),
  );

  it('may come again', () =>
    given(registered(), event('DisputeSupervised', { by: CENTER, reason: 'overdue' }))
      .by(CENTER)
      .when(supervise())
      .then(event('DisputeSupervised', { by: CENTER, reason: 'overdue' })));

  it('comes from a government body over the responsible one', () => {
    given(registered()).by(OFFICE).when(supervise()).refused('not-an-overseeing-body');
    given(registered()).when(supervise()).refused('not-an-overseeing-body');
    given(registered(), moved(VILLAGE, FAR_VILLAGE)).by(CENTER).when(supervise()).refused('not-an-overseeing-body');
    given(registered()).by(FAR_CENTER).when(supervise()).refused('dispute-unknown');
  });

  it('wants an open file', () => {
    given(...settled)
      .by(CENTER)
      .when(supervise())
      .refused('dispute-closed');
    given().by(CENTER).when(supervise()).refused('dispute-unknown');
  });
});

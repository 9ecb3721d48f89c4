import { OFFICE } from '../spec/bodies';
import { given } from '../spec/given';
import { agreed, ended, event, inMediation, registered, settled, TODAY } from '../spec/histories';

const visit = { type: 'FollowUpDispute', data: { satisfaction: 'satisfied' } } as const;
const visited = { visitedOn: TODAY, satisfaction: 'satisfied', escalationSigns: false, personal: {} } as const;

describe('a follow-up visit', () => {
  it.each([
    ['agreed', agreed],
    ['ended', ended],
    ['closed', settled],
  ])('is recorded when the dispute is %s', (_, history) =>
    given(...history)
      .when(visit)
      .then(event('FollowUpVisited', visited)),
  );

  it('keeps signs of escalation and a note', () =>
    given(...settled)
      .when({ type: 'FollowUpDispute', data: { satisfaction: 'fair', escalationSigns: true, note: '仍有怨气' } })
      .then(
        event('FollowUpVisited', {
          ...visited,
          satisfaction: 'fair',
          escalationSigns: true,
          personal: { file: { text: '仍有怨气' } },
        }),
      ));

  it('has nothing to follow up before an end, and is the responsible body’s', () => {
    given(registered()).when(visit).refused('agreement-not-in-effect');
    given(...inMediation)
      .when(visit)
      .refused('agreement-not-in-effect');
    given(...settled)
      .by(OFFICE)
      .when(visit)
      .refused('not-the-responsible-body');
    given().when(visit).refused('dispute-unknown');
  });
});

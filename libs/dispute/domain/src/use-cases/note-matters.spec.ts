import { CENTER, FAR_CENTER, NEIGHBOUR, OFFICE, VILLAGE } from '../spec/bodies';
import { fold, given } from '../spec/given';
import { event, inMediation, offered, registered, settled } from '../spec/histories';

const note = (...matters: readonly ('property-title' | 'domestic-violence')[]) =>
  ({ type: 'NoteMatters', data: { matters } }) as const;
const noted = (...matters: readonly ('property-title' | 'domestic-violence')[]) => event('MattersNoted', { matters });

describe('noting what the law says a dispute is about', () => {
  it.each([VILLAGE, OFFICE, CENTER])('is for the responsible body and those over it: %s', (by) =>
    given(...inMediation)
      .by(by)
      .when(note('property-title'))
      .then(noted('property-title')),
  );

  it('takes the place of what was noted before, each matter once', () => {
    given(registered(), noted('property-title'))
      .when(note('domestic-violence', 'domestic-violence'))
      .then(noted('domestic-violence'));
    expect(fold([registered(), noted('property-title'), noted()])).toMatchObject({ file: { matters: [] } });
  });

  it('is refused to others, and of a file that is not open', () => {
    given(registered(), offered(NEIGHBOUR))
      .by(NEIGHBOUR)
      .when(note('property-title'))
      .refused('not-the-responsible-body');
    given(registered()).by(FAR_CENTER).when(note()).refused('dispute-unknown');
    given(...settled)
      .when(note())
      .refused('dispute-closed');
    given().when(note()).refused('dispute-unknown');
  });
});

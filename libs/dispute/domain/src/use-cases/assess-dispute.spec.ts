import { CENTER, FAR_CENTER, OFFICE, TOWNSHIP } from '../spec/bodies';
import { given } from '../spec/given';
import { event, inMediation, moved, registered, settled } from '../spec/histories';

const red = { type: 'AssessDispute', data: { riskGrade: 'red' } } as const;

describe('assessing a dispute', () => {
  it('sets each of the three axes alone, in any open phase', () => {
    given(registered())
      .when(red)
      .then(event('DisputeAssessed', { riskGrade: 'red' }));
    given(...inMediation)
      .when({ type: 'AssessDispute', data: { difficulty: 'complex' } })
      .then(event('DisputeAssessed', { difficulty: 'complex' }));
    given(registered())
      .when({ type: 'AssessDispute', data: { headcount: 120 } })
      .then(event('DisputeAssessed', { headcount: 120 }));
  });

  it.each([OFFICE, CENTER])('lets %s do it, which oversees the responsible body', (body) =>
    given(registered())
      .by(body)
      .when(red)
      .then(event('DisputeAssessed', { riskGrade: 'red' })),
  );

  it('is refused to who held it once or oversees only a body before', () => {
    const gone = [registered(), moved('370402102001-committee', TOWNSHIP)];
    given(...gone)
      .when(red)
      .refused('not-the-responsible-body');
    given(...gone, moved(TOWNSHIP, '370402103001-committee'))
      .by(CENTER)
      .when(red)
      .refused('not-the-responsible-body');
    given(...gone)
      .by(FAR_CENTER)
      .when(red)
      .refused('dispute-unknown');
  });

  it('is refused before there is a file and after it is closed', () => {
    given().when(red).refused('dispute-unknown');
    given(...settled)
      .when(red)
      .refused('dispute-closed');
  });

  it('wants at least one of the three', () =>
    expect(() => given(registered()).when({ type: 'AssessDispute', data: {} })).toThrow('至少填写一项'));
});

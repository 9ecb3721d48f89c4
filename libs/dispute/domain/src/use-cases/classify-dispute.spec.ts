import { CENTER, FAR_CENTER, NEIGHBOUR, OFFICE, VILLAGE } from '../spec/bodies';
import { fold, given } from '../spec/given';
import { event, inMediation, offered, registered, settled } from '../spec/histories';

const classify = (category: string) => ({ type: 'ClassifyDispute', data: { category } }) as const;
const noise = event('DisputeClassified', { disputeType: 'neighbourhood', category: 'noise-and-animals' });
const injury = event('DisputeClassified', { disputeType: 'compensation', category: 'personal-injury' });

describe('classifying a dispute', () => {
  it.each([VILLAGE, OFFICE, CENTER])('is for the responsible body and those over it: %s', (by) =>
    given(...inMediation)
      .by(by)
      .when(classify('noise-and-animals'))
      .then(noise),
  );

  it('changes the type with the code, and can be done again', () => {
    given(registered(), noise).when(classify('personal-injury')).then(injury);
    expect(fold([registered()])).toMatchObject({
      file: { disputeType: 'neighbourhood', category: 'neighbourhood-unspecified' },
    });
    expect(fold([registered(), noise, injury])).toMatchObject({
      file: { disputeType: 'compensation', category: 'personal-injury' },
    });
  });

  it('is possible after closing, since returns are corrected later', () =>
    given(...settled)
      .when(classify('noise-and-animals'))
      .then(noise));

  it('says nothing twice', () => {
    given(registered(), noise).when(classify('noise-and-animals')).then();
    given(registered()).when(classify('neighbourhood-unspecified')).then();
  });

  it('is refused to others', () => {
    given(registered(), offered(NEIGHBOUR))
      .by(NEIGHBOUR)
      .when(classify('noise-and-animals'))
      .refused('not-the-responsible-body');
    given(registered()).by(FAR_CENTER).when(classify('noise-and-animals')).refused('dispute-unknown');
    given().when(classify('noise-and-animals')).refused('dispute-unknown');
  });
});

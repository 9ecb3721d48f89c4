import { BODY_KINDS, bodyCode } from '@mediation/kernel';
import { channelOf, commonSuperiorCentre, isGovernmentBody } from './custody';
import {
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_TOWNSHIP,
  LEADERS,
  NEIGHBOUR,
  OFFICE,
  OTHER_DISTRICT,
  TOWNSHIP,
  VILLAGE,
} from './spec/bodies';

describe('the common superior centre', () => {
  it.each([
    [VILLAGE, NEIGHBOUR, CENTER],
    [VILLAGE, VILLAGE, CENTER],
    [VILLAGE, TOWNSHIP, CENTER],
    [TOWNSHIP, OFFICE, CENTER],
    [VILLAGE, FAR_TOWNSHIP, DISTRICT_CENTER],
    [VILLAGE, COURT, DISTRICT_CENTER],
    [VILLAGE, CENTER, DISTRICT_CENTER],
    [VILLAGE, LEADERS, DISTRICT_CENTER],
    [VILLAGE, DISTRICT_CENTER, DISTRICT_CENTER],
    [VILLAGE, OTHER_DISTRICT, DISTRICT_CENTER],
  ])('of %s and %s is %s, whichever comes first', (a, b, centre) => {
    expect(commonSuperiorCentre(a, b)).toBe(centre);
    if (b !== OTHER_DISTRICT) expect(commonSuperiorCentre(b, a)).toBe(centre);
  });
});

describe('what a body is', () => {
  const having = (is: (code: string) => boolean) => BODY_KINDS.filter((kind) => is(bodyCode('370402', kind)));

  it('mediates in one channel, or only coordinates', () => {
    expect(having((code) => channelOf(code) === 'peoples')).toStrictEqual(['committee', 'medical']);
    expect(having((code) => channelOf(code) === 'administrative')).toStrictEqual([
      'judicial-office',
      'police',
      'agency',
    ]);
    expect(having((code) => channelOf(code) === 'judicial')).toStrictEqual(['pretrial-room', 'court']);
    expect(channelOf('not-a-body')).toBeUndefined();
  });

  it('is of government, or not', () => {
    expect(having(isGovernmentBody)).toStrictEqual(['center', 'justice-bureau', 'leading-group']);
    expect(isGovernmentBody('not-a-body')).toBe(false);
  });
});

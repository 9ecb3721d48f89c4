import {
  bodyCode,
  BODY_KINDS,
  commonDivision,
  covers,
  divisionOf,
  parentDivision,
  parseBodyCode,
  tierOfDivision,
} from './body';

describe('body codes', () => {
  it.each(BODY_KINDS)('reads back the code it writes for %s', (kind) => {
    const code = bodyCode('370402102', kind);
    expect(parseBodyCode(code)).toEqual({ code, kind, tier: 'township' });
  });

  it('writes a petition office with the short suffix', () => {
    expect(bodyCode('370402', 'petition-office')).toBe('370402-petition');
  });

  it('lets an agency carry a name', () => {
    const code = '370402-housing-agency';
    expect(parseBodyCode(code)).toEqual({ code, kind: 'agency', tier: 'district' });
  });

  it.each([
    '370402',
    '370402-',
    '3704021-committee',
    '370402-mayor',
    '370402-Housing-agency',
    '370402--agency',
    '-court',
    '',
  ])('knows no body %j', (code) => expect(parseBodyCode(code)).toBeUndefined());
});

describe('divisions', () => {
  it('takes the division from the digits before the first dash', () => {
    expect(divisionOf('370402102001-committee')).toBe('370402102001');
    expect(divisionOf('370402-judicial-office')).toBe('370402');
  });

  it('tells the tier by length', () => {
    expect(['370402', '370402102', '370402102001', '3704', '37040x', ''].map(tierOfDivision)).toEqual([
      'district',
      'township',
      'village',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('climbs one tier at a time', () => {
    expect(parentDivision('370402102001')).toBe('370402102');
    expect(parentDivision('370402102')).toBe('370402');
    expect(parentDivision('370402')).toBeUndefined();
  });

  it('covers itself and what lies within, on tier boundaries only', () => {
    expect(covers('370402', '370402102001')).toBe(true);
    expect(covers('370402102', '370402102')).toBe(true);
    expect(covers('370402102', '370402')).toBe(false);
    expect(covers('370402101', '370402102001')).toBe(false);
    expect(covers('3704', '370402')).toBe(false);
    expect(covers('', '370402')).toBe(false);
  });

  it('finds the smallest division covering both', () => {
    expect(commonDivision('370402102001', '370402102002')).toBe('370402102');
    expect(commonDivision('370402102001', '370402101001')).toBe('370402');
    expect(commonDivision('370402102', '370402102001')).toBe('370402102');
    expect(commonDivision('370402', '370403')).toBeUndefined();
  });
});

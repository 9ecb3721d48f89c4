import { DISPUTE_TYPES } from '../vocabulary';
import { categoryOf, CATEGORY_CODES, CLASSIFICATION, defaultCategoryOf, GOVERNANCE_TYPES } from './classification';

const categories = Object.values(CLASSIFICATION.categories);

describe('the classification', () => {
  it('names every type of both forms, nineteen of them the governance form’s, in its order', () => {
    expect(Object.keys(CLASSIFICATION.types)).toEqual([...DISPUTE_TYPES]);
    expect(Object.keys(CLASSIFICATION.governance)).toEqual([...GOVERNANCE_TYPES]);
    expect(GOVERNANCE_TYPES).toHaveLength(19);
  });

  it('gives every type of the justice form exactly one default', () => {
    for (const type of DISPUTE_TYPES) {
      const defaults = categories.filter((each) => each.type === type && each.default);
      expect([type, defaults.length]).toEqual([type, 1]);
      expect(categoryOf(defaultCategoryOf(type))).toMatchObject({ type, default: true });
    }
  });

  it('reaches every type of the governance form', () =>
    expect(new Set(categories.map(({ governance }) => governance))).toEqual(new Set(GOVERNANCE_TYPES)));

  it('says why wherever a mapping is a judgement', () => {
    const unsure = categories.filter(({ certainty }) => certainty === 'unsure');
    expect(unsure.length).toBeGreaterThan(0);
    expect(unsure.filter(({ note }) => note === undefined)).toEqual([]);
  });

  it('codes the disputes the forms are disputed over as the forms’ own words say', () => {
    const both = (code: string) => [categoryOf(code)?.type, categoryOf(code)?.governance];
    expect(both('land-contracting')).toEqual(['land-forest', 'land-contract-assets']);
    expect(both('school-injury')).toEqual(['compensation', 'school']);
    expect(both('collective-asset-contract')).toEqual(['contract', 'land-contract-assets']);
    expect(both('marriage-family-unspecified')).toEqual(['marriage-family', 'marriage-family-neighbourhood']);
    expect(categoryOf('no-such-code')).toBeUndefined();
    expect(CATEGORY_CODES).toContain('personal-injury');
  });
});

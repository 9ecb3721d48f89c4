import { bodiesOf, type Directory, type Division } from '@mediation/directory';
import { dossierNames } from './dossier-parts';

const DISTRICT: Division = { code: '370402', name: '市中区', tier: 'district', parent: undefined };
const TOWN: Division = { code: '370402102', name: '永安镇', tier: 'township', parent: '370402' };
const STREET: Division = { code: '370402001', name: '光明路街道', tier: 'township', parent: '370402' };
const VILLAGE: Division = { code: '370402102001', name: '永安村委会', tier: 'village', parent: '370402102' };
const NAMESAKE: Division = { code: '370402001001', name: '永安居委会', tier: 'village', parent: '370402001' };
const divisions = [DISTRICT, TOWN, STREET, VILLAGE, NAMESAKE];
const bodies = divisions.flatMap(bodiesOf);

const directory: Directory = {
  body: (code) => bodies.find((each) => each.code === code),
  bodies: () => bodies,
  mediators: () => [],
  mediator: () => undefined,
  courtRosters: () => new Map(),
  division: (code) => divisions.find((each) => each.code === code),
  divisions: () => divisions,
  reload: () => Promise.resolve(),
};
const { number, body } = dossierNames(directory);

describe('the number of a file', () => {
  it.each([
    ['370402102-committee', '(2026)永安人调字第17号'],
    ['370402001-committee', '(2026)光明路人调字第17号'],
    ['370402102001-committee', '(2026)永安永安村人调字第17号'],
    ['370402001001-committee', '(2026)光明路永安社区人调字第17号'],
    ['370402-committee', '(2026)市中人调字第17号'],
    ['370402-medical', '(2026)市中医调字第17号'],
    ['370499-committee', '(2026)370499-committee人调字第17号'],
  ])('of %s is written %s', (code, expected) => expect(number(code, 2026, 17)).toBe(expected));

  it('is no other body’s of the district', () => {
    const keepers = bodies.filter(({ kind }) => kind === 'committee' || kind === 'medical');
    expect(new Set(keepers.map(({ code }) => number(code, 2026, 1))).size).toBe(keepers.length);
    expect(keepers).toHaveLength(6);
  });
});

it('papers call a body by its name', () => {
  expect([body('370402102-committee'), body('370499-committee')]).toStrictEqual(['永安镇人民调解委员会', undefined]);
});

import { packIds, rulePackById, rulePackFor } from './rule-pack';
import { layerSet } from './layers';
import { rulePacksOver } from './rule-pack';
import { layerSchema } from './rule-pack.schema';
import { SMALL_LAW } from './spec/small-law';

const SHANDONG = rulePackFor('2025-06-01', '370402');
const CLASSES = ['simple', 'general', 'complex', 'major', 'unassessed'] as const;

/** Every situation that a case with a result can be in. */
const SITUATIONS = CLASSES.flatMap((difficulty) =>
  [['form:written'], ['form:oral'], ['fact:mediation-failed'], ['form:written', 'fact:agreement-effective']].map(
    (result) => [`difficulty:${difficulty}`, 'channel:peoples', ...result],
  ),
);

const paid = (...tags: readonly string[]) => {
  const found = SHANDONG.subsidyFor(tags);
  return found && [found.rate.id, found.amountFen];
};

describe('the rates of a case subsidy', () => {
  it('pay by difficulty: 30, 100, 200 and 400 yuan', () => {
    expect(CLASSES.map((each) => paid(`difficulty:${each}`, 'form:written'))).toStrictEqual([
      ['subsidy-simple', 3000],
      ['subsidy-general', 10_000],
      ['subsidy-complex', 20_000],
      ['subsidy-major', 40_000],
      ['subsidy-unassessed', 3000],
    ]);
  });

  it('pay half of a simple case for an oral agreement and for fixed evidence, however hard the case', () => {
    expect(paid('difficulty:major', 'form:oral')).toStrictEqual(['subsidy-oral', 1500]);
    expect(paid('difficulty:complex', 'fact:mediation-failed')).toStrictEqual(['subsidy-failed', 1500]);
  });

  it('leave no situation without a rate, and none with two, under any pack', () => {
    const under = (pack: ReturnType<typeof rulePackById>, tags: readonly string[]) =>
      Object.values(pack.subsidies).filter(
        ({ when, unless }) => when.every((tag) => tags.includes(tag)) && !unless.some((tag) => tags.includes(tag)),
      ).length;
    const wrong = packIds().flatMap((id) =>
      SITUATIONS.filter((tags) => under(rulePackById(id), tags) !== 1).map((tags) => [id, ...tags]),
    );
    expect(wrong).toStrictEqual([]);
  });

  it('are unsure wherever nobody has set his own', () => {
    expect(new Set(Object.values(SHANDONG.subsidies).map(({ certainty }) => certainty))).toStrictEqual(
      new Set(['unsure']),
    );
  });
});

describe('a place with rates of its own', () => {
  const rate = {
    zh: '试验',
    en: 'A test',
    source: '试验',
    article: '—',
    effectiveOn: '2022-05-01',
    certainty: 'unsure',
  };
  const pack = (subsidies: object) =>
    rulePacksOver(layerSet([layerSchema.parse({ ...SMALL_LAW, subsidies })])).rulePackFor('2025-01-01');

  it('rounds a share of a share down to a whole fen', () => {
    const odd = pack({
      whole: { ...rate, when: ['form:written'], pays: { amountFen: 1001 } },
      half: { ...rate, when: ['fact:mediation-failed'], pays: { percent: 50, of: 'whole' } },
      third: { ...rate, when: ['form:oral'], pays: { percent: 33, of: 'half' } },
    });
    expect([
      odd.subsidyFor(['fact:mediation-failed'])?.amountFen,
      odd.subsidyFor(['form:oral'])?.amountFen,
    ]).toStrictEqual([500, 165]);
  });

  it('pays nothing where it has no rate', () => {
    expect(pack({}).subsidyFor(['form:written'])).toBeUndefined();
  });

  it.each([
    ['that there is not', { one: { ...rate, pays: { percent: 50, of: 'other' } } }],
    ['of itself', { one: { ...rate, pays: { percent: 50, of: 'one' } } }],
  ])('takes no share %s', (_, subsidies) => {
    expect(() => pack(subsidies).subsidyFor([])).toThrow('no subsidy rate');
  });
});

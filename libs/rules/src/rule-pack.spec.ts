import { packIds, rulePackById, rulePackFor } from './rule-pack';
import { HANDOFF_KINDS } from './rule-pack.schema';
import { PACK, smallLaw } from './spec/small-law';

const small = smallLaw.rulePackById(PACK);

describe('the packs of the country', () => {
  it.each([
    ['2019-05-01', 'cn@2022-05-01'],
    ['2023-12-31', 'cn@2022-05-01'],
    ['2024-01-01', 'cn@2024-01-01'],
    ['2024-12-31', 'cn@2024-01-01'],
    ['2025-01-01', 'cn@2025-01-01'],
    ['2025-12-31', 'cn@2025-01-01'],
    ['2026-01-01', 'cn@2026-01-01'],
  ])('on %s is %s', (date, id) => {
    expect(rulePackFor(date).id).toBe(id);
  });

  it('give each kind of handoff its reply limit', () => {
    const rules = rulePackFor('2025-06-01');
    expect(HANDOFF_KINDS.map((kind) => [kind, rules.replyDueOn(kind, '2025-03-10')])).toStrictEqual([
      ['escalation', '2025-03-13'],
      ['directive', '2025-03-17'],
      ['transfer', '2025-03-13'],
      ['court-link', '2025-03-13'],
      ['police-link', '2025-03-13'],
      ['petition-link', '2025-03-13'],
      ['procuratorate-link', '2025-03-13'],
      ['legal-aid-link', '2025-03-13'],
    ]);
  });

  it("give people's mediation a month, medical mediation its thirty working days, and the other channels none of their own", () => {
    const due = (...tags: readonly string[]) => rulePackFor('2025-06-01').mediationDueOn(tags, '2025-03-03');
    expect(due('channel:peoples')).toBe('2025-04-03');
    expect(due('channel:peoples', 'body:medical', 'type:medical')).toBe('2025-04-15');
    expect(due('channel:judicial')).toBeUndefined();
  });
});

it.each(packIds())('%s claims a statute only where the text is at hand', (id) => {
  const { clocks, gates, materials, listed } = rulePackById(id);
  const claims = Object.entries({ ...clocks, ...gates, ...materials, ...listed })
    .filter(([, { certainty, link, article }]) => certainty === 'statute' && (link === undefined || article === '—'))
    .map(([entry]) => entry);
  expect(claims).toStrictEqual([]);
});

describe('a pack', () => {
  it('takes the earliest limit of what the situation starts', () => {
    expect(small.mediationDueOn([], '2025-03-03')).toBe('2025-04-03');
    expect(small.mediationDueOn(['body:medical'], '2025-03-03')).toBe('2025-04-15');
    expect(small.replyDueOn('transfer', '2025-03-03')).toBe('2025-03-06');
  });

  it('says which rules an occurrence starts', () => {
    expect(small.startedBy('accepted', ['body:medical']).map(({ id }) => id)).toStrictEqual(['thirty-working-days']);
    expect(small.startedBy('mediation-ended', [])).toStrictEqual([]);
  });

  it('names the first gate by id that forbids an act, with all that a reader needs to check it', () => {
    const both = ['type:medical', 'matter:rural-land-contract'];
    const ground = {
      zh: '试验规则',
      en: 'A rule for a test',
      source: '试验法',
      article: '第一条',
      certainty: 'statute',
      pack: PACK,
    };
    expect(small.gate('agree-orally', both)).toStrictEqual({
      ...ground,
      rule: 'a-never-here',
      adviceZh: '写下来。',
      adviceEn: 'Write it down.',
      link: 'laws/test.md#art-1',
    });
    expect(small.gate('agree-orally', ['type:medical'])).toStrictEqual({ ...ground, rule: 'b-written-first' });
    expect(small.gate('agree-orally', ['type:medical', 'fact:agreement-written'])).toBeUndefined();
    expect(small.gate('agree-orally', [])).toBeUndefined();
    expect(small.gate('close', both)).toBeUndefined();
  });

  it('names the materials of a situation in the order of the forms', () => {
    const names = (tags: readonly string[]) => small.materialsFor(tags).map(({ id, presence }) => [id, presence]);
    expect(names([])).toStrictEqual([
      ['application', 'must'],
      ['evidence-if-any', 'if-any'],
      ['agreement', 'must'],
    ]);
    expect(names(['form:oral'])).toStrictEqual([
      ['application', 'must'],
      ['evidence-if-any', 'if-any'],
    ]);
  });

  it('knows what is on a list', () => {
    expect(small.lists('agency-catalogue', 'housing')).toBe(true);
    expect(small.lists('retention', 'housing')).toBe(false);
  });
});

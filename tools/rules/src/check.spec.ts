import type { CaseFile, ClockRule } from '@mediation/rules';
import type { Book } from './book';
import { casesOf } from './cases';
import { check } from './check';
import { differencesOf } from './check-cases';
import { bookWith, layerOf, realBook, realClock } from './spec/book-of';

const CITY = 'cn-9901@2030-01-01';
const clock = realClock('cn@2022-05-01', 'medical-mediation');

/** Faults that come with a layer of a city, whose clock `medical-mediation` is as given. */
const faultsWith = (change: Partial<ClockRule>): readonly string[] =>
  check(bookWith(layerOf(CITY, { clocks: { 'medical-mediation': { ...clock, ...change } } }))).faults;

const withCases = (change: (file: CaseFile) => CaseFile): Book => {
  const book = realBook();
  const byRule = new Map(book.cases.byRule);
  const file = byRule.get('medical-mediation');
  if (file === undefined) throw new Error('no cases');
  byRule.set('medical-mediation', change(file));
  return { ...book, cases: { byRule, faults: [] } };
};

describe('npm run rules -- check', () => {
  it('finds the rules in order, and counts them by certainty', () => {
    const { faults, figures } = check(realBook());
    expect(faults).toStrictEqual([]);
    expect(figures).toContainEqual(
      expect.stringMatching(/^可靠程度 certainty: 据条文 statute \d+ · 当地选定 local policy \d+ · 待核 unsure \d+$/),
    );
  });

  it.each<[string, Partial<ClockRule>, string]>([
    [
      'an article under another link',
      { article: '第三十九条' },
      'laws/medical-dispute-regulation-2018.md#art-38: 不是 is not 第三十九条',
    ],
    ['a tag nobody tells', { when: ['type:medicine'] }, 'type:medicine: 无此标签 no such tag'],
    [
      'a tag asked for and excepted',
      { unless: ['body:medical'] },
      'body:medical: 既须又不得 both asked for and excepted',
    ],
    ['doubt without a note', { certainty: 'unsure', note: undefined }, 'unsure: 须有说明 needs a note'],
    [
      'a statute without its text',
      { link: undefined, note: undefined },
      'statute，未附原文，须有说明 without a link it needs a note',
    ],
  ] as [string, Partial<ClockRule>, string][])('finds %s', (_, change, expected) =>
    expect(faultsWith(change)).toStrictEqual([`${CITY} clocks.medical-mediation: ${expected}`]),
  );

  it('finds a layer that does not continue the newest before it, by way of its revisions or not', () => {
    const alone = layerOf('cn-99@2031-01-01', {});
    const [first, revised] = [layerOf('cn-99@2030-01-01', {}), layerOf('cn-99@2030-01-01', { revision: 2 })];
    const later = (continued: string) => layerOf('cn-99@2031-01-01', { extends: continued });
    const renamed = { ...revised, id: 'cn-99@2030-01-01.r2' };
    expect(check(bookWith(first, alone)).faults).toStrictEqual([
      'cn-99@2031-01-01: 未延续 does not continue cn-99@2030-01-01 (extends —)',
    ]);
    expect(check(bookWith(first, later(first.id))).faults).toStrictEqual([]);
    expect(check(bookWith(first, renamed, later(first.id))).faults).toStrictEqual([
      'cn-99@2031-01-01: 未延续 does not continue cn-99@2030-01-01.r2 (extends cn-99@2030-01-01)',
    ]);
    expect(check(bookWith(first, renamed, later(renamed.id))).faults).toStrictEqual([]);
  });

  it('finds what takes away what is not there', () => {
    const taking = (id: string) => check(bookWith(layerOf(CITY, { clocks: { [id]: null } }))).faults;
    expect(taking('medical-mediation')).toStrictEqual([]);
    expect(taking('nothing-like-it')).toStrictEqual([
      `${CITY} clocks.nothing-like-it: null，但此前没有 takes away what is not there`,
    ]);
  });

  it('finds an id that names two things', () => {
    const { statements } = realBook();
    const gate = statements.flatMap(({ entry }) => (entry?.part === 'gates' ? [entry] : []))[0];
    if (gate === undefined) throw new Error('no gate');
    const twice = layerOf(CITY, { gates: { 'medical-mediation': gate.says } });
    expect(check(bookWith(twice)).faults).toStrictEqual([
      `${CITY} gates.medical-mediation: clocks 已用此名 has an entry of that id`,
    ]);
  });

  it('finds a clock without cases, or without one of a kind that it needs', () => {
    const fresh = layerOf(CITY, { clocks: { 'a-new-clock': clock } });
    expect(check(bookWith(fresh)).faults).toStrictEqual(['a-new-clock: 算例 0 个，至少 6 个 dated cases, at least 6']);
    const without = withCases((file) => ({ ...file, cases: file.cases.filter(({ kind }) => kind !== 'pause') }));
    expect(check(without).faults).toStrictEqual(['medical-mediation: 缺此类算例 no dated case of the kind pause']);
  });

  it('finds what a place says otherwise and no case tries', () => {
    const book = bookWith(layerOf(CITY, { clocks: { 'medical-mediation': { ...clock, length: 20 } } }));
    const packIds = [...book.packIds, `cn@2022-05-01+${CITY}`];
    expect(check({ ...book, packIds }).faults).toStrictEqual([
      `medical-mediation: ${CITY} 没有算例 no dated case of it`,
    ]);
  });

  it('finds where a case and the program differ', () => {
    const [dated] = realBook().cases.byRule.get('medical-mediation')?.cases ?? [];
    if (dated === undefined) throw new Error('no case');
    expect(differencesOf('medical-mediation', dated)).toStrictEqual([]);
    expect(
      differencesOf('medical-mediation', { ...dated, dueOn: '2025-07-20', rollsFrom: '2025-07-19', article: '第一条' }),
    ).toStrictEqual([
      'dueOn 应为 by hand 2025-07-20, 算得 reckoned 2025-07-21',
      'rollsFrom 应为 by hand 2025-07-19, 算得 reckoned undefined',
      'article 应为 by hand 第一条, 算得 reckoned 第三十八条',
    ]);
    expect(differencesOf('medical-mediation', { ...dated, extensions: 11 })).toHaveLength(1);
  });

  it('finds cases of no clock', () => {
    const book = realBook();
    const [file] = book.cases.byRule.values();
    if (file === undefined) throw new Error('no cases');
    const stray = { ...file, rule: 'nothing-like-it', cases: [] };
    const byRule = new Map([...book.cases.byRule, ['nothing-like-it', stray] as const]);
    expect(check({ ...book, cases: { byRule, faults: [] } }).faults).toStrictEqual([
      'cases/nothing-like-it.json: 没有这条规则 there is no such clock',
    ]);
  });
});

describe('a file of cases', () => {
  it('is told when it cannot be read, is too short, or bears another name', () => {
    const one = realBook().cases.byRule.get('medical-mediation');
    const { faults, byRule } = casesOf(
      new Map([
        ['broken.json', '{'],
        ['other.json', JSON.stringify(one)],
        ['short.json', JSON.stringify({ rule: 'short', cases: [] })],
      ]),
    );
    expect(byRule.size).toBe(0);
    expect(faults.map((fault) => fault.split(':')[0])).toStrictEqual([
      'cases/broken.json',
      'cases/other.json',
      'cases/short.json',
    ]);
  });
});

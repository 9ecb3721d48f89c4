import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './commands';
import { changesBetween, diffLines } from './diff';
import { outdated, rulePages, writePages } from './docs-rules';
import { explain } from './explain';
import { parseRequest, UsageError } from './request';
import { bookWith, layerOf, realBook, realClock, ROOT } from './spec/book-of';

const CITY = 'cn-9901@2030-01-01';
const CN = 'cn@2022-05-01';
const clock = realClock(CN, 'medical-mediation');

describe('npm run rules', () => {
  it.each([
    [['check'], { verb: 'check' }],
    [['explain', 'medical-mediation'], { verb: 'explain', id: 'medical-mediation' }],
    [
      ['diff', '2024-12-31', '2025-01-01'],
      { verb: 'diff', before: '2024-12-31', after: '2025-01-01', division: undefined },
    ],
    [
      ['diff', '2024-12-31', '2025-01-01', '--jurisdiction', '370402'],
      { verb: 'diff', before: '2024-12-31', after: '2025-01-01', division: '370402' },
    ],
    [
      ['diff', '2024-12-31', '2025-01-01', '--jurisdiction', 'cn-37'],
      { verb: 'diff', before: '2024-12-31', after: '2025-01-01', division: '37' },
    ],
  ])('understands %j', (args, expected) => expect(parseRequest(args)).toStrictEqual(expected));

  it.each([
    [[], /name a command/],
    [['chekc'], /name a command/],
    [['check', 'x'], /too many arguments for check/],
    [['explain'], /name the id of a rule/],
    [['diff', '2025-01-01'], /diff needs two dates/],
    [['diff', '2025-02-30', '2025-03-01'], /diff needs two dates/],
    [['diff', '2025-01-01', '2025-03-01', '--jurisdiction', '37040x'], /--jurisdiction must be cn/],
    [['diff', '2025-01-01', '2025-03-01', '--place', '37'], /--place/],
  ])('says what is wrong with %j, and how it is used', (args, message) => {
    expect(() => parseRequest(args)).toThrow(UsageError);
    expect(() => parseRequest(args)).toThrow(message);
    expect(() => parseRequest(args)).toThrow(/用法 usage/);
  });
});

describe('npm run rules -- explain', () => {
  it('quotes the statute, says how sure it is, and shows the dated cases', () => {
    const lines = explain(realBook(), 'medical-mediation') ?? [];
    expect(lines[0]).toBe('medical-mediation · 期限 clock');
    expect(lines).toContain('全国 nationwide (cn) · cn@2022-05-01');
    expect(lines).toContain('  依据 source  医疗纠纷预防和处理条例（2018） 第三十八条');
    expect(lines).toContain('  可靠程度 certainty  据条文 statute');
    expect(lines.find((line) => line.startsWith('    > '))).toMatch(/30个工作日内完成调解/);
    expect(lines.some((line) => /^算例 dated cases \(\d+\)$/.test(line))).toBe(true);
    expect(
      lines.some((line) => /^ {2}2025-06-09 周一 Mon → 2025-07-21 周一 Mon {2}一般 ordinary {2}cn/.test(line)),
    ).toBe(true);
  });

  it('tells each place and time, and where it ends', () => {
    const book = bookWith(
      layerOf('cn-99@2030-01-01', { clocks: { 'medical-mediation': { ...clock, length: 20 } } }),
      layerOf(CITY, { clocks: { 'medical-mediation': null } }),
    );
    const lines = explain(book, 'medical-mediation') ?? [];
    expect(lines).toContain('  期限 limit  20 个工作日 working days');
    expect(lines).toContain(`cn-9901 · ${CITY}: 不再适用 taken away`);
  });

  it('knows gates, materials and holidays as well, and names what was probably meant', () => {
    const book = realBook();
    const ids = ['gates', 'materials', 'listed', 'holidays', 'bounce'].map(
      (part) => book.statements.find((each) => each.part === part)?.id ?? '',
    );
    expect(ids.map((id) => (explain(book, id) ?? []).length > 5)).toStrictEqual(ids.map(() => true));
    expect(explain(book, 'medical-mediaton')).toBeUndefined();
    expect(() => run({ verb: 'explain', id: 'medical-mediaton' }, ROOT)).toThrow(/did you mean medical-mediation\?/);
  });
});

describe('npm run rules -- diff', () => {
  const changed = { ...clock, length: 20, article: '第三十九条' };
  const book = bookWith(
    layerOf(CITY, { clocks: { 'medical-mediation': changed, 'labour-mediation': null, 'a-new-clock': clock } }),
  );
  const changes = changesBetween(book, CN, `${CN}+${CITY}`);

  it('tells what is added, taken away and changed, with both values', () =>
    expect(changes.map((each) => [each.kind, each.entry.id, each.kind === 'changed' ? each.fields : []])).toStrictEqual(
      [
        ['added', 'a-new-clock', []],
        ['removed', 'labour-mediation', []],
        [
          'changed',
          'medical-mediation',
          [
            { field: 'article', before: '第三十八条', after: '第三十九条' },
            { field: 'length', before: 30, after: 20 },
          ],
        ],
      ],
    ));

  it('names the articles of both', () => {
    const lines = diffLines('a', 'b', changes);
    expect(lines).toContain(
      `    医疗纠纷预防和处理条例（2018） 第三十八条 → 医疗纠纷预防和处理条例（2018） 第三十九条 (${CITY})`,
    );
    expect(lines).toContain('    length: 30 → 20');
    expect(lines.filter((line) => /^[+-] /.test(line)).map((line) => line.split('  ', 3))).toStrictEqual([
      ['+ 新增 added', '期限 clock', `a-new-clock ${clock.zh} · ${clock.en}`],
      ['- 取消 removed', '期限 clock', expect.stringMatching(/^labour-mediation /)],
    ]);
  });

  it('tells when nothing changes', () =>
    expect(diffLines('a', 'a', changesBetween(book, CN, CN))).toStrictEqual(['a → a', '没有不同 · no difference']));

  it('tells what changed for the courts on 2025-01-01', () => {
    const { ok, lines } = run(parseRequest(['diff', '2024-12-31', '2025-01-01']), ROOT);
    expect(ok).toBe(true);
    expect(lines[0]).toBe('cn@2024-01-01 → cn@2025-01-01');
    expect(lines.some((line) => /^\+ 新增 added {2}禁止与条件 gate {2}entrust-before-filing-barred /.test(line))).toBe(
      true,
    );
  });
});

describe('docs/rules', () => {
  const pages = rulePages(realBook());
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rules-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what the rules say; otherwise run: npm run rules -- docs', () =>
    expect(outdated(join(ROOT, 'docs', 'rules'), pages)).toStrictEqual([]));

  it('has an index, a page for each clock, the gates and the materials', () => {
    const clocks = [...realBook().cases.byRule.keys()].map((rule) => `${rule}.md`);
    expect([...pages.keys()].sort()).toStrictEqual(['README.md', 'gates.md', 'materials.md', ...clocks].sort());
    expect(pages.get('medical-mediation.md')).toContain(
      '\n> 医疗纠纷人民调解委员会应当自受理之日起30个工作日内完成调解。',
    );
    expect(pages.get('medical-mediation.md')).toContain('| **2025-07-21 周一 Mon** |');
  });

  it('sees a page that was altered, removed or added by hand, and leaves the record of releases alone', () => {
    writeFileSync(join(folder, 'released.json'), '{}');
    writePages(folder, pages);
    expect(outdated(folder, pages)).toStrictEqual([]);
    writeFileSync(join(folder, 'README.md'), 'x');
    rmSync(join(folder, 'gates.md'));
    writeFileSync(join(folder, 'no-such-rule.md'), 'x');
    expect(outdated(folder, pages)).toStrictEqual(['README.md', 'gates.md', 'no-such-rule.md']);
    writePages(folder, pages);
    expect(outdated(folder, pages)).toStrictEqual([]);
    expect(readdirSync(folder)).toContain('released.json');
  });
});

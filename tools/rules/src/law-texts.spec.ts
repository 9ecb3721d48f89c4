import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorsIn } from './articles';
import { anchorLaws, lawFaults, lawFiles, linkFault, readLaws } from './law-texts';
import { docsOf } from './open-book';
import { realBook, ROOT } from './spec/book-of';

const DOCS = docsOf(ROOT);

describe('docs/laws', () => {
  it('has anchors in every text, every article in its order, and an index of all', () => {
    expect(lawFaults(DOCS)).toStrictEqual([]);
    expect(lawFiles(DOCS).length).toBeGreaterThan(20);
  });

  it('has the article that each entry of each layer links to, under that article’s heading', () => {
    const { statements, laws } = realBook();
    const linked = statements.flatMap(({ entry, layer, id }) =>
      entry?.says.link === undefined ? [] : [{ layer: layer.id, id, says: entry.says, link: entry.says.link }],
    );
    expect(linked.length).toBeGreaterThan(70);
    const wrong = linked.filter(({ says, link }) => {
      const [file = '', anchor = ''] = link.split('#');
      const heading = laws.get(file)?.articles.get(anchor)?.heading;
      return heading === undefined || !says.article.includes(heading) || !anchorsIn(says.article).includes(anchor);
    });
    expect(wrong).toStrictEqual([]);
  });
});

describe('a link', () => {
  const laws = readLaws(DOCS);

  it.each([
    ['第三十八条', 'laws/medical-dispute-regulation-2018.md#art-38', undefined],
    ['第三十一条、第四十条', 'laws/medical-dispute-regulation-2018.md#art-40', undefined],
    ['第三十九条', 'laws/medical-dispute-regulation-2018.md#art-38', /不是 is not 第三十九条$/],
    ['第九十九条', 'laws/medical-dispute-regulation-2018.md#art-99', /没有此条 no such article in 医疗纠纷/],
    ['第一条', 'laws/nothing.md#art-1', /没有此文件 no such file/],
    ['第一条', 'laws/medical-dispute-regulation-2018.md', /没有此条 no such article/],
  ])('for %s to %s', (article, link, expected) => {
    const fault = linkFault(laws, { article, link });
    if (expected === undefined) expect(fault).toBeUndefined();
    else expect(fault).toMatch(expected);
  });
});

describe('a text that is new in docs/laws', () => {
  let docs = '';
  const readme = () => join(docs, 'laws', 'README.md');
  const write = (file: string, text: string) => writeFileSync(join(docs, 'laws', file), text);
  beforeEach(() => {
    docs = mkdtempSync(join(tmpdir(), 'laws-'));
    cpSync(join(DOCS, 'laws'), join(docs, 'laws'), { recursive: true });
    write('example-2020.md', '# 示例条例\n\n第一条 甲。\n\n第二条 乙。\n');
  });
  afterEach(() => rmSync(docs, { recursive: true }));

  it('is missing its anchors and its line in the index, until it has them', () => {
    const faults = lawFaults(docs);
    expect(faults.map((fault) => fault.slice(0, 29))).toStrictEqual([
      'docs/laws/example-2020.md: 条文',
      'docs/laws/README.md: 未列 does ',
    ]);
    expect(anchorLaws(docs)).toStrictEqual(['example-2020.md']);
    expect(anchorLaws(docs)).toStrictEqual([]);
    writeFileSync(
      readme(),
      `${readFileSync(readme(), 'utf8')}| [示例条例](example-2020.md) | 2020 | 2020 | Example |\n`,
    );
    expect(lawFaults(docs)).toStrictEqual([]);
  });

  it('is told when an article is lost', () => {
    write('example-2020.md', '# 示例条例\n\n第一条 甲。\n\n第三条 丙。\n');
    anchorLaws(docs);
    expect(lawFaults(docs)).toContain('docs/laws/example-2020.md: art-2 缺失 missing');
  });

  it('may leave articles out where it says that it is an excerpt, in their order', () => {
    const indexed = '| [示例条例（节录）](example-2020.md) | 2020 | 2020 | Example |\n';
    writeFileSync(readme(), `${readFileSync(readme(), 'utf8')}${indexed}`);
    write('example-2020.md', '# 示例条例（节录）\n\n第二条 乙。\n\n第五条 戊。\n');
    anchorLaws(docs);
    expect(lawFaults(docs)).toStrictEqual([]);
    write('example-2020.md', '# 示例条例（节录）\n\n第五条 戊。\n\n第二条 乙。\n');
    anchorLaws(docs);
    expect(lawFaults(docs)).toStrictEqual(['docs/laws/example-2020.md: art-2 缺失 missing']);
  });
});

import { anchorsIn, lawOf, numberOf, withAnchors } from './articles';

const TEXT = `# 示例条例

2020年1月1日 通过

## 第一章　总则

第一条 为了示例，制定本条例。

第二条 本条例所称示例，是指：

（一）依照第一条的；

（二）其他。

**第二条之一**　加粗的一条。

## 第二章

第三条　自公布之日起施行。
`;

describe('the number of an article', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零八', 108],
    ['一百一十', 110],
    ['三百五十五', 355],
    ['一千二百六十', 1260],
    ['一千〇一', 1001],
  ])('%s is %i', (figures, expected) => expect(numberOf(figures)).toBe(expected));
});

describe('the anchors of a statute', () => {
  const anchored = withAnchors(TEXT);

  it('stand before each article, and nowhere else', () => {
    const lines = anchored.split('\n');
    const found = lines.flatMap((line, i) => (line.startsWith('<a ') ? [[line, lines[i + 1]?.slice(0, 7)]] : []));
    expect(found).toStrictEqual([
      ['<a id="art-1"></a>', '第一条 为了示'],
      ['<a id="art-2"></a>', '第二条 本条例'],
      ['<a id="art-2-1"></a>', '**第二条之一'],
      ['<a id="art-3"></a>', '第三条　自公布'],
    ]);
    expect(lines.filter((line) => !line.startsWith('<a ')).join('\n')).toBe(TEXT);
  });

  it('are put in once', () => expect(withAnchors(anchored)).toBe(anchored));

  it('lead to the article’s own words, paragraph by paragraph', () => {
    const { title, articles } = lawOf(anchored);
    expect(title).toBe('示例条例');
    expect([...articles]).toStrictEqual([
      ['art-1', { heading: '第一条', paragraphs: ['为了示例，制定本条例。'] }],
      ['art-2', { heading: '第二条', paragraphs: ['本条例所称示例，是指：', '（一）依照第一条的；', '（二）其他。'] }],
      ['art-2-1', { heading: '第二条之一', paragraphs: ['加粗的一条。'] }],
      ['art-3', { heading: '第三条', paragraphs: ['自公布之日起施行。'] }],
    ]);
  });

  it('are named by a citation, in its order', () => {
    expect(anchorsIn('第三十一条、第四十条第二款')).toStrictEqual(['art-31', 'art-40']);
    expect(anchorsIn('第一百零八条之一')).toStrictEqual(['art-108-1']);
    expect(anchorsIn('—')).toStrictEqual([]);
  });
});

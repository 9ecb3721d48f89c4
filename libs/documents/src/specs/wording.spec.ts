import * as fc from 'fast-check';
import { amountInDigits, amountInWords, amountZh } from '../wording/amount';
import { BLANK_DAY, dayZh, spanZh } from '../wording/day';
import { dossierNumber } from '../wording/dossier-number';
import { maskedName } from '../wording/masked-name';
import { near } from '../wording/near';
import { cell, choices, names, orLine, paragraphs, printable, story } from '../wording/text';

describe('an amount in words', () => {
  const cases: readonly [fen: number, words: string][] = [
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角'],
    [11, '人民币壹角壹分'],
    [100, '人民币壹元整'],
    [1_000, '人民币壹拾元整'],
    [1_000_000, '人民币壹万元整'],
    [140_950, '人民币壹仟肆佰零玖元伍角'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [168_032, '人民币壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '人民币壹拾万柒仟元零伍角叁分'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [100_500, '人民币壹仟零伍元整'],
    [1_000_500, '人民币壹万零伍元整'],
    [2_000_030_000, '人民币贰仟万零叁佰元整'],
    [10_000_000_000, '人民币壹亿元整'],
    [10_000_000_500, '人民币壹亿零伍元整'],
    [12_345_678_901, '人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    [100_000_000_000_000, '人民币壹万亿元整'],
  ];
  it.each(cases)('%d fen', (fen, words) => expect(amountInWords(fen)).toBe(words));

  it('stands beside the digits', () => {
    expect(amountInDigits(123_456_789)).toBe('￥1,234,567.89');
    expect(amountInDigits(99_900)).toBe('￥999.00');
    expect(amountZh(1_000_000)).toBe('人民币壹万元整（￥10,000.00）');
  });

  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('refuses %d', (fen) => {
    expect(() => amountInWords(fen)).toThrow(RangeError);
  });

  it('is never the same for two amounts, and never doubles a 零', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(amountInWords(a) === amountInWords(b)).toBe(a === b);
        expect(amountInWords(a)).not.toMatch(/零零|零[万亿元](?!整$)/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a day', () => {
  it('is written without leading zeros', () => expect(dayZh('2026-09-05')).toBe('2026年9月5日'));
  it('leaves room to be written by hand', () => expect(dayZh(undefined)).toBe(BLANK_DAY));
  it('is refused when it is none, without being repeated', () =>
    expect(() => dayZh('张三')).toThrow(new RangeError('日期须为 YYYY-MM-DD · a day is YYYY-MM-DD')));
  it('spans from one to another', () => {
    expect(spanZh('2026-09-08', '2026-10-21')).toBe('2026年9月8日至2026年10月21日');
    expect(spanZh('2026-09-08', '2026-09-08')).toBe('2026年9月8日');
    expect(spanZh('2026-09-08', undefined)).toBe(`2026年9月8日至${BLANK_DAY}`);
  });
});

describe('the number of a file', () => {
  it('tells year, body and serial', () =>
    expect(dossierNumber({ year: 2026, short: '永安', serial: 17 })).toBe('(2026)永安人调字第17号'));
  it('has the parentheses and the word the place uses', () =>
    expect(dossierNumber({ year: 2026, short: '市中', word: '医调字', serial: 1, parentheses: 'full' })).toBe(
      '（2026）市中医调字第1号',
    ));
  it.each([
    [26, 1],
    [2026, 0],
    [2026, 1.5],
  ])('refuses year %d, serial %d', (year, serial) =>
    expect(() => dossierNumber({ year, short: '永安', serial })).toThrow(RangeError),
  );
});

it.each([
  ['王小明', '王某'],
  ['欧阳小明', '欧阳某'],
  ['司马', '司某'],
  ['买买提·吐尔逊', '买某'],
  ['john Smith', 'J某'],
  [' 李雷 ', '李某'],
])('the masked name of %s', (name, masked) => expect(maskedName(name)).toBe(masked));

describe('text for a form', () => {
  it('is empty in a cell, and a line elsewhere, when unknown', () => {
    expect([cell(undefined), cell('  '), cell(3), cell('甲 ')]).toStrictEqual(['', '', '3', '甲']);
    expect([orLine(undefined, 3), orLine('甲', 3)]).toStrictEqual(['＿＿＿', '甲']);
    expect(names(['甲', undefined, ' ', '乙'])).toBe('甲、乙');
  });
  it('begins each line two characters in', () => {
    expect(story('甲\n\n 乙')).toBe('　　甲\n　　乙');
    expect(story(undefined)).toBe('');
    expect(paragraphs(undefined, 2)).toBe(`${'＿'.repeat(30)}\n${'＿'.repeat(30)}`);
  });
  it('ticks what is known and shows the rest', () => {
    const labels = { open: '公开', closed: '不公开' };
    expect(choices(labels, 'closed')).toBe('□公开　■不公开');
    expect(choices(labels, undefined)).toBe('□公开　□不公开');
  });
  it('drops what XML cannot hold', () =>
    expect(printable('甲\u0000\u0008乙\ud800丙\r\n丁\t\uffff𠮷')).toBe('甲乙丙\n丁\t𠮷'));
});

it('the nearest word is one that shares enough', () => {
  expect(near('协议偏号', ['协议编号', '卷号'])).toBe('协议编号');
  expect(near('甲乙', ['协议编号', '卷号'])).toBeUndefined();
});

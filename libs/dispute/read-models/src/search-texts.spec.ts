import type { DisputeEvent } from '@mediation/dispute/domain';
import fc from 'fast-check';
import { gramsOf, gramsSought, monthGram, searchable } from './grams';
import { searchTexts } from './search-texts';
import { ID, recorded, registered, rowsOf } from './spec/story';

const rowOf = (...events: readonly DisputeEvent[]) => rowsOf(searchTexts, recorded(events))[ID]!;
const has = (grams: readonly number[], word: string) =>
  gramsSought(searchable(word)).every((gram) => grams.includes(gram));

const OPENED = registered({
  parties: [
    { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
    { id: 'p2', kind: 'legal-person', role: 'respondent', minor: false },
    { id: 'p3', kind: 'natural-person', role: 'respondent', minor: true },
  ],
  personal: {
    p1: { name: '示例赵一', phone: '13800000001' },
    p2: { name: '示例ＡＢ商贸有限公司' },
    p3: { name: '钱小明' },
    file: { text: '示例赵一与小明因院墙滴水争执,电话13800000001。示例AB商贸在场', address: '孟庄镇  东街 3号' },
  },
});
const reached = (agreement: number, terms: string): DisputeEvent => ({
  type: 'AgreementReached',
  data: {
    agreement,
    proceeding: 1,
    form: 'written',
    extent: 'full',
    obligations: [],
    personal: { file: { text: terms } },
  },
});
const effective = (agreement: number): DisputeEvent => ({
  type: 'AgreementTookEffect',
  data: { agreement, effectiveOn: '2025-03-06' },
});

it('keeps the texts without the people in them; an organisation is no secret', () =>
  expect(rowOf(OPENED)).toMatchObject({
    facts: '某与某因院墙滴水争执,电话某。示例ab商贸在场',
    place_words: '孟庄镇 东街 3号',
    terms: '',
  }));

it('finds names by their own grams alone, none across two names', () => {
  const { grams, name_grams } = rowOf(OPENED);
  expect(['赵一', 'ab商贸', '小明', '一示'].map((word) => has(name_grams!, word))).toEqual([true, true, true, false]);
  expect(['滴水', '赵一', '小明', '东街 3'].map((word) => has(grams!, word.replace(' ', '')))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([grams, name_grams].map((each) => each!.includes(monthGram('2025-03-01')))).toEqual([true, true]);
});

it('has the terms of an agreement from when it takes effect, without names', () => {
  const drafted = rowOf(OPENED, reached(1, '示例赵一修复院墙'));
  expect([drafted.terms, has(drafted.grams!, '修复')]).toEqual(['', false]);
  const bound = rowOf(OPENED, reached(1, '示例赵一修复院墙'), reached(2, '另行补偿'), effective(1));
  expect([bound.terms, has(bound.grams!, '修复'), has(bound.grams!, '补偿')]).toEqual(['某修复院墙', true, false]);
  const varied = rowOf(
    OPENED,
    reached(1, '示例赵一修复院墙'),
    effective(1),
    { type: 'AgreementSuperseded', data: { agreement: 1 } },
    reached(2, '另行补偿'),
    effective(2),
  );
  expect([varied.terms, has(varied.grams!, '修复')]).toEqual(['另行补偿', false]);
});

it('keeps what it has where an agreement has no text', () =>
  expect(rowOf(OPENED, effective(1))).toEqual(rowOf(OPENED)));

it('reads width, case and space the same', () => expect(searchable(' ＡＢc１\t\n 村 ')).toBe('abc1 村'));

it('has every gram of every part of a text, whatever it is written in', () => {
  const seed = Date.now() % 1_000_000;
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(searchable);
  fc.assert(
    fc.property(texts, fc.nat(40), fc.nat(10), (text, from, length) => {
      const word = text.slice(from, from + 1 + length);
      if (word === '' || word.includes(' ')) return true;
      const grams = gramsOf(text);
      return gramsSought(word).every((gram) => grams.includes(gram));
    }),
    { seed, verbose: true },
  );
});

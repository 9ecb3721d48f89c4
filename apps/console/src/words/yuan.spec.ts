import fc from 'fast-check';
import { fenOf, yuanOf } from './yuan';

it.each([
  ['1280.5', 128_050],
  ['1,280.05', 128_005],
  ['3000 元', 300_000],
  ['0.01', 1],
  ['12.345', undefined],
  ['abc', undefined],
  ['', undefined],
])('%s yuan are %s fen', (yuan, fen) => expect(fenOf(yuan)).toBe(fen));

it('what is shown is what is kept, up to ten trillion yuan', () =>
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (fen) => fenOf(yuanOf(fen)) === fen)));

import { duplicateGroup, type LinkWord } from './duplicate-group';

const word = (from: string, to: string, relation: LinkWord['relation'] = 'duplicate'): LinkWord => ({
  from,
  to,
  relation,
});
const among =
  (...words: readonly LinkWord[]) =>
  async (ids: readonly string[]) =>
    words.filter(({ from, to }) => ids.includes(from) || ids.includes(to));

it.each([
  ['nothing is linked', [], []],
  ['the link is its own', [word('a', 'b')], ['b']],
  ['the link is the other’s', [word('b', 'a')], ['b']],
  ['one is the same by way of another', [word('b', 'a'), word('c', 'b'), word('c', 'd')], ['b', 'c', 'd']],
  ['they are related only', [word('a', 'b', 'related')], []],
  ['it was told apart later, from the other side', [word('a', 'b'), word('b', 'a', 'distinct')], []],
  ['it was found the same after all', [word('a', 'b', 'distinct'), word('b', 'a')], ['b']],
  ['the links go round', [word('a', 'b'), word('b', 'c'), word('c', 'a')], ['b', 'c']],
  ['it is linked to itself', [word('a', 'a')], []],
])('the same dispute, where %s', async (_, words, expected) => {
  expect(await duplicateGroup('a', among(...words))).toStrictEqual(expected);
});

import { CLASSIFICATION } from '@mediation/dispute/domain';
import { DISPUTE_WORDS } from './dispute.words';
import { MEDIATION_WORDS } from './mediation.words';
import type { WordsOf } from './of';
import { PROCEDURE_WORDS } from './procedure.words';

const called = (entries: WordsOf<string>): WordsOf<string> =>
  Object.fromEntries(Object.entries(entries).map(([code, { zh, en }]) => [code, { zh, en }]));

/** What the closed lists of the field are called, list by list. */
export const VOCABULARIES: Readonly<Record<string, WordsOf<string>>> = {
  ...DISPUTE_WORDS,
  ...MEDIATION_WORDS,
  ...PROCEDURE_WORDS,
  category: called(CLASSIFICATION.categories),
  governanceType: called(CLASSIFICATION.governance),
};

const LISTS = Object.values(VOCABULARIES);

/** The words of the list that has exactly these; else of the shortest that has all of them. */
export const wordsOfList = (list: readonly string[]): WordsOf<string> | undefined =>
  LISTS.filter((words) => list.every((each) => Object.hasOwn(words, each))).sort(
    (a, b) => Object.keys(a).length - Object.keys(b).length,
  )[0];

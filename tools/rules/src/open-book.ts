import { layers, packIds } from '@mediation/rules';
import { join } from 'node:path';
import { statementsOf, type Book } from './book';
import { readCases } from './cases';
import { readLaws } from './law-texts';
import { readReleased } from './released';

/** Where things are in a checkout. */
export const docsOf = (root: string): string => join(root, 'docs');
export const pagesOf = (root: string): string => join(root, 'docs', 'rules');

/** The rules of the program, with the texts and the cases of the checkout. */
export const openBook = (root: string): Book => ({
  layers: layers(),
  statements: statementsOf(layers()),
  packIds: packIds(),
  laws: readLaws(docsOf(root)),
  cases: readCases(join(root, 'libs', 'rules', 'src', 'cases')),
  released: readReleased(pagesOf(root)),
});

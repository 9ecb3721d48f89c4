import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from './book';
import { clockPage } from './pages/clock-page';
import { gatesPage } from './pages/gates-page';
import { indexPage } from './pages/index-page';
import { materialsPage } from './pages/materials-page';
import { groupedBy } from './pages/parts';
import { RELEASED_FILE } from './released';

/** Every page of docs/rules by its file; the record of what is released lies beside them and is another command's. */
export const rulePages = (book: Book): ReadonlyMap<string, string> => {
  const of = (part: string) => book.statements.filter((each) => each.part === part);
  const clocks = groupedBy(of('clocks'), ({ id }) => id);
  return new Map([
    ['README.md', indexPage(clocks)],
    ['gates.md', gatesPage(of('gates'))],
    ['materials.md', materialsPage(book.statements)],
    ...[...clocks].map(([id, statements]) => [`${id}.md`, clockPage(book, id, statements)] as const),
  ]);
};

const written = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file !== RELEASED_FILE) : [];

/** Pages that are missing or say something else, and files that no rule accounts for. */
export const outdated = (folder: string, pages: ReadonlyMap<string, string>): readonly string[] => {
  const present = written(folder);
  const isStale = (file: string): boolean =>
    !present.includes(file) || readFileSync(join(folder, file), 'utf8') !== pages.get(file);
  return [...[...pages.keys()].filter(isStale), ...present.filter((file) => !pages.has(file))];
};

/** A page whose rule is gone goes with it. */
export const writePages = (folder: string, pages: ReadonlyMap<string, string>): void => {
  mkdirSync(folder, { recursive: true });
  for (const file of written(folder)) if (!pages.has(file) && file.endsWith('.md')) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
};

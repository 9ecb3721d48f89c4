import { closestTo, rulePackFor } from '@mediation/rules';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from './book';
import { check } from './check';
import { changesBetween, diffLines } from './diff';
import { outdated, rulePages, writePages } from './docs-rules';
import { explain } from './explain';
import { anchorLaws, lawFaults } from './law-texts';
import { docsOf, openBook, pagesOf } from './open-book';
import { RELEASED_FILE, releaseFaults, releaseState, withNewlyReleased } from './released';
import { UsageError, type Request } from './request';

/** What a command answers: lines for a person, and whether all is in order. */
export interface Answer {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const inOrder = (lines: readonly string[]): Answer => ({ ok: true, lines });

const checked = (book: Book, root: string): Answer => {
  const { faults, figures } = check(book);
  const all = [...faults, ...lawFaults(docsOf(root))];
  return {
    ok: all.length === 0,
    lines: [...figures, '', ...(all.length === 0 ? ['没有问题 · in order'] : [`${all.length} 处问题 faults:`, ...all])],
  };
};

const explained = (book: Book, id: string): Answer => {
  const lines = explain(book, id);
  if (lines !== undefined) return inOrder(lines);
  const closest = closestTo(id, [...new Set(book.statements.map((each) => each.id))]) ?? '';
  throw new UsageError(`没有 ${id}，是否 ${closest}？`, `there is no ${id}; did you mean ${closest}?`);
};

const written = (root: string): Answer => {
  const anchored = anchorLaws(docsOf(root)).map((file) => `docs/laws/${file}`);
  const pages = rulePages(openBook(root));
  const stale = outdated(pagesOf(root), pages).map((file) => `docs/rules/${file}`);
  writePages(pagesOf(root), pages);
  const files = [...anchored, ...stale];
  return inOrder(files.length === 0 ? ['已是最新 · up to date'] : ['已写出 · written:', ...files]);
};

const released = (book: Book, root: string): Answer => {
  const state = releaseState(book.released, book.layers);
  const faults = releaseFaults(state);
  if (faults.length > 0) return { ok: false, lines: faults };
  const { faults: open } = check(book);
  if (open.length > 0)
    return { ok: false, lines: ['规则有误，未发布 · there are faults; nothing was released:', ...open] };
  if (state.unreleased.length === 0) return inOrder(['没有未发布的规则层 · every layer is released']);
  const all = withNewlyReleased(book.released, book.layers);
  writeFileSync(join(pagesOf(root), RELEASED_FILE), `${JSON.stringify(all, undefined, 2)}\n`);
  return inOrder(['已发布，此后不得改动 · released, never to be altered:', ...state.unreleased]);
};

/** @throws UsageError */
export const run = (request: Request, root: string): Answer => {
  switch (request.verb) {
    case 'check':
      return checked(openBook(root), root);
    case 'explain':
      return explained(openBook(root), request.id);
    case 'diff': {
      const [before, after] = [request.before, request.after].map((date) => rulePackFor(date, request.division).id);
      return inOrder(diffLines(before ?? '', after ?? '', changesBetween(openBook(root), before ?? '', after ?? '')));
    }
    case 'docs':
      return written(root);
    case 'release':
      return released(openBook(root), root);
  }
};

import { done } from './problem';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** Where a page begins, to be spread into the query: nothing for the first. */
export interface PageAt {
  readonly cursor?: string;
}

/**
 * Every item of a list, page after page, as they are asked for:
 * `for await (const each of itemsOf((at) => client.GET('/api/center/v1/disputes', { params: { query: { ...at } } })))`.
 * @throws MediationError
 */
export async function* itemsOf<Item>(
  pageAt: (
    at: PageAt,
  ) => Promise<{ readonly data?: Page<Item>; readonly error?: unknown; readonly response: Response }>,
): AsyncGenerator<Item, void, undefined> {
  for (let at: PageAt | undefined = {}; at !== undefined;) {
    const { items, next }: Page<Item> = await done(pageAt(at));
    yield* items;
    at = next === undefined ? undefined : { cursor: next };
  }
}

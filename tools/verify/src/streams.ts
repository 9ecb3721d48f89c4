import type { JournalTables } from './journal-rows';
import type { WitnessTable } from './witness-rows';

/** As the database orders text of collation "C". */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const isUpTo = (end: string | undefined) => (stream: string) => end === undefined || byBytes(stream, end) <= 0;

/** Where a page ends, if it ends before its list does. */
const endOf = (page: readonly string[], limit: number): string | undefined =>
  page.length < limit ? undefined : page[limit - 1];

/** Every stream that the journal has or is known to have had, each once, in pages of about `limit`. */
export async function* pagesOfStreams(
  { journal, witness, source }: { journal: JournalTables; witness: WitnessTable; source: string },
  limit: number,
): AsyncGenerator<readonly string[]> {
  let after: string | undefined;
  for (;;) {
    const lists = [await journal.streamsAfter(after, limit), await witness.streamsAfter(source, after, limit)];
    const streams = [...new Set(lists.flat())].toSorted(byBytes);
    const ends = lists.map((list) => endOf(list, limit)).filter((end) => end !== undefined);
    const end = ends.toSorted(byBytes)[0];
    const page = streams.filter(isUpTo(end));
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!;
  }
}

/** The answers for all items in their order, at most `size` asked for at once. */
export const inGroups = async <T, R>(
  size: number,
  items: readonly T[],
  ask: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += size)
    answers.push(...(await Promise.all(items.slice(from, from + size).map(ask))));
  return answers;
};

export const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
};

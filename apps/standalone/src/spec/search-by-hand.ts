import type { Desk } from '@tools/acceptance';
import { Client } from 'pg';

export interface WrittenText {
  readonly key: string;
  readonly facts: string;
  readonly place_words: string;
  readonly terms: string;
}

/** What each dispute may be found by, names apart. */
export const writtenTexts = async (databaseUrl: string): Promise<readonly WrittenText[]> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const sql = 'SELECT key, facts, place_words, terms FROM views.search_texts ORDER BY key';
    return (await client.query<WrittenText>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Every so many characters that follow each other; a space parts words. */
export const piecesOf = (text: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)).filter(
    (piece) => !piece.includes(' '),
  );

/** Looked for in every text. */
export const textsHolding = (texts: readonly WrittenText[], piece: string): readonly string[] =>
  texts
    .filter(({ facts, place_words: place, terms }) => [facts, place, terms].some((text) => text.includes(piece)))
    .map(({ key }) => key)
    .sort();

/** The disputes in whose texts the centre finds it, from every page of its answer. */
export const foundBy = async (desk: Desk, piece: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const { body } = await desk.get(`/api/center/v1/disputes?q=${encodeURIComponent(piece)}&limit=200${cursor}`);
    const items = body['items'] as unknown as readonly { id: string; matched: readonly string[] }[];
    found.push(...items.filter(({ matched }) => matched.some((where) => where !== 'name')).map(({ id }) => id));
    next = body['next'] as string | undefined;
  }
  return found.sort();
};

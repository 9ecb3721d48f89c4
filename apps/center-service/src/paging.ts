import { ProblemError, PROBLEMS } from '@mediation/nest';
import { z } from 'zod';

/** The last row of a page: what it is sorted by, and its key. Opaque to callers. */
const cursorSchema = z.tuple([z.string().max(40), z.string().regex(/^[\w:-]{1,100}$/)]);
export type Cursor = z.output<typeof cursorSchema>;

const invalidCursor = () =>
  new ProblemError({
    ...PROBLEMS.invalidInput,
    errors: [
      {
        pointer: '/cursor',
        message: '翻页标记无效，请从第一页重新开始 / not a cursor of ours; start from the first page',
      },
    ],
  });

const decode = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalidCursor();
  }
};

/** A time as the database writes one, in whatever zone it is in. */
const TIMESTAMP = /^((?:19|20|21)\d{2}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/;

const isTime = (text: string): boolean => {
  const [, day, time] = TIMESTAMP.exec(text) ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T${time}`);
};

export const readCursor = (text: string | undefined): Cursor | undefined => {
  if (text === undefined) return undefined;
  const cursor = cursorSchema.safeParse(decode(text));
  if (!cursor.success || !isTime(cursor.data[0])) throw invalidCursor();
  return cursor.data;
};

const cursorOf = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The members of an answer that is a page. */
export const pageAnswer = <Item extends z.ZodType>(item: Item) => ({
  items: z.array(item),
  next: z
    .string()
    .optional()
    .meta({ description: '下一页的翻页标记；最后一页没有 of the next page; absent on the last' }),
});

export interface Page<Item> {
  readonly items: Item[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** One row more than the page was asked for tells whether there is another page. */
export const pageOf = <Row extends { readonly sorted: string; readonly key: string }, Item>(
  found: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> => {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    ...(found.length > limit && last && { next: cursorOf([last.sorted, last.key]) }),
  };
};

export const pageQuery = {
  cursor: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: '上一页给出的 next the `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: '每页条数 items a page' }),
};

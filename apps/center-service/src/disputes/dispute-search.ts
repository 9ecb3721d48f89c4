import { monthGram, sightOf } from '@mediation/dispute/read-models';
import { dateInShanghai, type Clock, type PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { today } from '../fields';
import { readCursor, type Cursor } from '../paging';
import { rows, sql, type Sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import type { FoundDispute } from './disputes.answer';
import type { DisputesQuery } from './disputes.query';
import { inOrder, isFound, matchedIn, mayHold, upTo, wanted, wordsOf } from './search.sql';

export interface Found {
  readonly key: string;
  readonly sorted: string;
  /** Where the words were found; empty without any. */
  readonly matched: FoundDispute['matched'];
}

/** Which way a search takes. */
export interface SearchLimits {
  /** Of words that no more texts of the last two months may hold, all texts are counted. */
  readonly rare: number;
  /** Words that more of them may hold are looked for in the newest disputes one by one. */
  readonly frequent: number;
  /** How many of those; the others go month by month. */
  readonly newest: number;
  /** Words that no more texts may hold are looked up as a whole. */
  readonly texts: number;
  /** A caller, or a place, with no more disputes is looked through dispute by dispute. */
  readonly disputes: number;
}
/** What answers a million disputes soonest (docs/bench.md). */
const LIMITS: SearchLimits = { rare: 50, frequent: 1_000, newest: 20_000, texts: 3_000, disputes: 5_000 };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** From the later month to the earlier one, twice as many at a time: what is frequent is found in the first. */
export const monthsBack = function* (from: PlainDate, to: PlainDate): Generator<readonly number[]> {
  const [latest, earliest] = [monthGram(from), monthGram(to)];
  let size = 1;
  for (let month = latest; month >= earliest; size *= 2) {
    const last = Math.max(earliest, month - size + 1);
    yield Array.from({ length: month - last + 1 }, (_, index) => last + index);
    month = last - 1;
  }
};

interface Asked {
  readonly query: DisputesQuery;
  readonly caller: Principal;
  readonly words: readonly string[];
  readonly after: Cursor | undefined;
}

/**
 * Finds disputes by what was written. Which way is taken depends on how much there is to look through, and the answer does not: the index
 * misses no text that holds a word, and each one is looked at.
 */
@Injectable()
export class DisputeSearch {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly limits = LIMITS,
  ) {}

  /** One more than a page, the newest registrations first. */
  async find(query: DisputesQuery, caller: Principal): Promise<readonly Found[]> {
    const { q } = query;
    const after = readCursor(query.cursor);
    if (q === undefined) return this.newest(query, wanted(query, caller, after));
    if (UUID.test(q)) return this.newest(query, sql`${wanted(query, caller, after)} AND d.key = ${q.toLowerCase()}`);
    return this.byWords({ query, caller, words: wordsOf(q), after });
  }

  private newest({ limit }: DisputesQuery, condition: Sql): Promise<readonly Found[]> {
    return rows<Found>(
      this.views,
      sql`SELECT d.key, d.registered_at::text AS sorted, '{}'::text[] AS matched FROM views.disputes AS d WHERE ${condition}
          ORDER BY d.registered_at DESC, d.key DESC LIMIT ${limit + 1}`,
    );
  }

  private async byWords(asked: Asked): Promise<readonly Found[]> {
    const { rare, frequent, texts } = this.limits;
    const lately = await this.textsLately(asked);
    // To count all that hold a frequent word takes longer than to find a page of them.
    if (lately <= rare && (await this.textsInAll(asked)) <= texts) return this.among(textsFirst(asked), asked);
    if (await this.looksThroughFew(asked)) return this.among(disputesFirst(asked), asked);
    return lately > frequent ? this.newestFirst(asked) : this.byMonth(asked);
  }

  /** How many texts of this month and the last may hold the words; no more than is asked. */
  private async textsLately({ query, words, after }: Asked): Promise<number> {
    const [latest] = await this.span(query, after);
    const months = [monthGram(latest) - 1, monthGram(latest)];
    return this.count(sql`SELECT FROM views.search_texts AS s WHERE ${mayHold(words, months)}`, this.limits.frequent);
  }

  /** One by one in the order of the page, as far as it takes to fill it. */
  private async newestFirst(asked: Asked): Promise<readonly Found[]> {
    const { query, after } = asked;
    const [last] = await rows<Pick<Found, 'key' | 'sorted'>>(
      this.views,
      sql`SELECT d.key, d.registered_at::text AS sorted FROM views.disputes AS d WHERE ${inOrder(query, after)}
          ORDER BY d.registered_at DESC, d.key DESC OFFSET ${this.limits.newest - 1} LIMIT 1`,
    );
    const end: Cursor | undefined = last && [last.sorted, last.key];
    const found = await this.among(oneByOne(asked, end), asked);
    if (end === undefined || found.length > query.limit) return found;
    return [...found, ...(await this.byMonth({ ...asked, after: end }))].slice(0, query.limit + 1);
  }

  private textsInAll({ words }: Asked): Promise<number> {
    return this.count(sql`SELECT FROM views.search_texts AS s WHERE ${mayHold(words)}`, this.limits.texts);
  }

  private async looksThroughFew({ query, caller, after }: Asked): Promise<boolean> {
    const isNarrow = query.place !== undefined || query.custodian !== undefined || !readsAnArea(caller);
    const disputes = sql`SELECT FROM views.disputes AS d WHERE ${wanted(query, caller, after)}`;
    return isNarrow && (await this.count(disputes, this.limits.disputes)) <= this.limits.disputes;
  }

  private async byMonth(asked: Asked): Promise<readonly Found[]> {
    const { query, after } = asked;
    const found: Found[] = [];
    for (const months of monthsBack(...(await this.span(query, after)))) {
      found.push(...(await this.among(textsFirst(asked, months), asked)));
      if (found.length > query.limit) break;
    }
    return found.slice(0, query.limit + 1);
  }

  /** The days between which anything can be. */
  private async span({ from, to }: DisputesQuery, after: Cursor | undefined): Promise<[PlainDate, PlainDate]> {
    const [first] = await rows<{ on: PlainDate | null }>(
      this.views,
      sql`SELECT (min(d.registered_at) AT TIME ZONE 'Asia/Shanghai')::date::text AS "on" FROM views.disputes AS d`,
    );
    const now = today(this.clock);
    const latest = [after && dateInShanghai(new Date(after[0]).toISOString()), to, now].filter(
      (day) => day !== undefined,
    );
    const earliest = [from, first?.on ?? now].filter((day) => day !== undefined);
    return [latest.sort()[0]!, earliest.sort().at(-1)!];
  }

  /** Up to one more than `most`. */
  private async count(query: Sql, most: number): Promise<number> {
    const [counted] = await rows<{ n: number }>(
      this.views,
      sql`SELECT count(*)::int AS n FROM (${query} LIMIT ${most + 1}) AS few`,
    );
    return counted!.n;
  }

  private among(source: Sql, { query, caller, words, after }: Asked): Promise<readonly Found[]> {
    return rows<Found>(
      this.views,
      sql`SELECT d.key, d.registered_at::text AS sorted, ${matchedIn(words, caller)} AS matched FROM ${source}
          WHERE ${wanted(query, caller, after)} AND ${isFound(words, caller)}
          ORDER BY d.registered_at DESC, d.key DESC LIMIT ${query.limit + 1}`,
    );
  }
}

const readsAnArea = (caller: Principal): boolean => {
  const sight = sightOf(caller);
  return sight === 'everything' || sight.some((key) => /^(?:area|committees):/.test(key));
};

/** Read only as far as the page needs. */
const oneByOne = ({ words }: Asked, end: Cursor | undefined): Sql => sql`(
    SELECT * FROM views.disputes AS d WHERE ${upTo(end)}
  ) AS d CROSS JOIN LATERAL (
    SELECT * FROM (SELECT * FROM views.search_texts WHERE key = d.key LIMIT 1) AS s WHERE ${mayHold(words)}
  ) AS s`;

/** Each text that may hold the words with its dispute, one by one: how few there are is not in the statistics. */
const textsFirst = ({ words }: Asked, months?: readonly number[]): Sql => sql`(
    SELECT s.key, s.facts, s.place_words, s.terms FROM views.search_texts AS s WHERE ${mayHold(words, months)} OFFSET 0
  ) AS s CROSS JOIN LATERAL (SELECT * FROM views.disputes WHERE key = s.key LIMIT 1) AS d`;

const disputesFirst = ({ query, caller, after }: Asked): Sql => sql`(
    SELECT d.* FROM views.disputes AS d WHERE ${wanted(query, caller, after)} OFFSET 0
  ) AS d CROSS JOIN LATERAL (SELECT * FROM views.search_texts WHERE key = d.key LIMIT 1) AS s`;

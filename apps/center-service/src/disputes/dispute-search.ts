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
import { isFound, matchedIn, mayHold, wanted, wordsOf } from './search.sql';

export interface Found {
  readonly key: string;
  readonly sorted: string;
  /** Where the words were found; empty without any. */
  readonly matched: FoundDispute['matched'];
}

/** Which way a search takes. */
export interface SearchLimits {
  /** A word that so many texts may hold at most is looked up as a whole; a more frequent one month by month. */
  readonly texts: number;
  /** A caller, or a place, with so many disputes at most is looked through dispute by dispute. */
  readonly disputes: number;
}
const LIMITS: SearchLimits = { texts: 3_000, disputes: 5_000 };

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
    const texts = sql`SELECT FROM views.search_texts AS s WHERE ${mayHold(asked.words)}`;
    if (await this.areFew(texts, this.limits.texts)) return this.among(textsFirst(asked), asked);
    if (await this.looksThroughFew(asked)) return this.among(disputesFirst(asked), asked);
    return this.byMonth(asked);
  }

  private looksThroughFew({ query, caller, after }: Asked): Promise<boolean> | false {
    const isNarrow = query.place !== undefined || query.custodian !== undefined || !readsAnArea(caller);
    const disputes = sql`SELECT FROM views.disputes AS d WHERE ${wanted(query, caller, after)}`;
    return isNarrow && this.areFew(disputes, this.limits.disputes);
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

  private async areFew(query: Sql, most: number): Promise<boolean> {
    const [counted] = await rows<{ n: number }>(
      this.views,
      sql`SELECT count(*)::int AS n FROM (${query} LIMIT ${most + 1}) AS few`,
    );
    return counted!.n <= most;
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

/** Each text that may hold the words with its dispute, one by one: how few there are is not in the statistics. */
const textsFirst = ({ words }: Asked, months?: readonly number[]): Sql => sql`(
    SELECT s.key, s.facts, s.place_words, s.terms FROM views.search_texts AS s WHERE ${mayHold(words, months)} OFFSET 0
  ) AS s CROSS JOIN LATERAL (SELECT * FROM views.disputes WHERE key = s.key LIMIT 1) AS d`;

const disputesFirst = ({ query, caller, after }: Asked): Sql => sql`(
    SELECT d.* FROM views.disputes AS d WHERE ${wanted(query, caller, after)} OFFSET 0
  ) AS d CROSS JOIN LATERAL (SELECT * FROM views.search_texts WHERE key = d.key LIMIT 1) AS s`;

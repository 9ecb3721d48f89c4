import type { PlainDate, Tier } from '@mediation/kernel';
import type { DataSource } from 'typeorm';
import { rows, sql, type Sql } from '../sql';

/** So many disputes registered in one month that ended alike, or are open. */
export interface EndedCell {
  readonly township: string;
  readonly tier: Tier;
  readonly resultMonth: PlainDate | null;
  readonly result: string | null;
  readonly n: number;
}

/** So many of them that went up, or came back, alike. */
export interface MoveCell {
  readonly township: string;
  readonly way: 'up' | 'down';
  readonly month: PlainDate;
  readonly code: string;
  readonly n: number;
}

/** What was registered in one month. */
export interface MonthCells {
  readonly month: PlainDate;
  readonly ended: readonly EndedCell[];
  readonly moves: readonly MoveCell[];
}

type OfMonth<Cell> = Cell & { readonly registered: PlainDate };

const endedCells = (months: readonly PlainDate[], where: Sql): Sql => sql`
  SELECT f.registered_month::text AS registered, f.township, f.registered_tier AS tier, f.result_month::text AS "resultMonth",
    f.result, count(*)::int AS n
  FROM views.funnel AS f WHERE f.registered_month = ANY(${months}::date[]) AND ${where}
  GROUP BY f.registered_month, f.township, f.registered_tier, f.result_month, f.result`;

const moveCells = (months: readonly PlainDate[], where: Sql): Sql => sql`
  SELECT f.registered_month::text AS registered, f.township, 'up' AS way, f.up_month::text AS month, f.up AS code, count(*)::int AS n
  FROM views.funnel AS f WHERE f.up IS NOT NULL AND f.registered_month = ANY(${months}::date[]) AND ${where}
  GROUP BY f.registered_month, f.township, f.up_month, f.up
  UNION ALL
  SELECT f.registered_month::text, f.township, 'down', f.down_month::text, f.down, count(*)::int
  FROM views.funnel AS f WHERE f.down IS NOT NULL AND f.registered_month = ANY(${months}::date[]) AND ${where}
  GROUP BY f.registered_month, f.township, f.down_month, f.down`;

/** Of disputes `f` that meet the condition. */
export const countMonths = async (
  views: DataSource,
  months: readonly PlainDate[],
  where: Sql = sql`true`,
): Promise<ReadonlyMap<PlainDate, MonthCells>> => {
  const [ended, moves] = await Promise.all([
    rows<OfMonth<EndedCell>>(views, endedCells(months, where)),
    rows<OfMonth<MoveCell>>(views, moveCells(months, where)),
  ]);
  const counted = new Map(months.map((month) => [month, { month, ended: [] as EndedCell[], moves: [] as MoveCell[] }]));
  for (const { registered, ...cell } of ended) counted.get(registered)?.ended.push(cell);
  for (const { registered, ...cell } of moves) counted.get(registered)?.moves.push(cell);
  return counted;
};

export const inArea = ({ month, ended, moves }: MonthCells, area: string): MonthCells => ({
  month,
  ended: ended.filter(({ township }) => township.startsWith(area)),
  moves: moves.filter(({ township }) => township.startsWith(area)),
});

import type { PlainDate } from '@mediation/kernel';
import type { DataSource } from 'typeorm';
import { rows, sql, type Sql } from '../sql';

/** So many disputes of one type at one place, registered in one month. */
export interface SpotCell {
  readonly township: string;
  readonly place: string;
  readonly type: string;
  readonly n: number;
}

export interface MonthSpots {
  readonly month: PlainDate;
  readonly cells: readonly SpotCell[];
}

type Counted = SpotCell & { readonly registered: PlainDate };

/** Of disputes `f` that meet the condition. */
export const countSpots = async (
  views: DataSource,
  months: readonly PlainDate[],
  where: Sql = sql`true`,
): Promise<ReadonlyMap<PlainDate, MonthSpots>> => {
  const found = await rows<Counted>(
    views,
    sql`SELECT f.registered_month::text AS registered, f.township, f.place, f.dispute_type AS type, count(*)::int AS n
        FROM views.funnel AS f WHERE f.registered_month = ANY(${months}::date[]) AND ${where}
        GROUP BY f.registered_month, f.township, f.place, f.dispute_type`,
  );
  const counted = new Map(months.map((month) => [month, { month, cells: [] as SpotCell[] }]));
  for (const { registered, ...cell } of found) counted.get(registered)?.cells.push(cell);
  return counted;
};

/** Of one place and type, month by month. */
export interface SpotSeries {
  readonly place: string;
  readonly type: string;
  readonly counts: readonly number[];
}

export const seriesOf = (months: readonly MonthSpots[]): readonly SpotSeries[] => {
  const series = new Map<string, { place: string; type: string; counts: number[] }>();
  months.forEach(({ cells }, index) => {
    for (const { place, type, n } of cells) {
      const key = `${place} ${type}`;
      const own = series.get(key) ?? { place, type, counts: months.map(() => 0) };
      own.counts[index] = (own.counts[index] ?? 0) + n;
      series.set(key, own);
    }
  });
  return [...series.values()];
};

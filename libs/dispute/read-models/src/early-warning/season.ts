/** Counts of one series, month by month; the month tested comes last. */
export interface Series {
  readonly key: string;
  /** What has a season of its own: the type of dispute. */
  readonly kind: string;
  readonly counts: readonly number[];
}

const MONTHS = 12;
/** As many disputes outweigh half of what the wider group's season says. */
export const SEASON_WEIGHT = 30;

export const groupedBy = <Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Of each calendar month, how many times the usual: by its own counts, drawn towards `prior` the more the fewer they are. */
const factors = (monthly: readonly number[], first: number, prior: readonly number[]): readonly number[] => {
  const usual = sum(monthly) / monthly.length;
  const raw = prior.map((expected, calendar) => {
    const own = monthly.filter((_, index) => (first + index) % MONTHS === calendar);
    return (sum(own) + SEASON_WEIGHT * expected) / (usual * own.length + SEASON_WEIGHT);
  });
  const mean = sum(raw) / MONTHS;
  return raw.map((factor) => factor / mean);
};

const FLAT: readonly number[] = Array.from({ length: MONTHS }, () => 1);

const totals = (series: readonly Series[], months: number): readonly number[] =>
  Array.from({ length: months }, (_, month) => sum(series.map(({ counts }) => counts[month] ?? 0)));

export type Seasons = ReadonlyMap<string, readonly number[]>;

/**
 * The season of each kind, from the months before the one tested: the district's, and each kind's drawn towards it.
 * @param first the calendar month (0 is January) that the counts begin with
 */
export const seasonsOf = (series: readonly Series[], months: number, first: number): Seasons => {
  const district = factors(totals(series, months), first, FLAT);
  const kinds = groupedBy(series, ({ kind }) => kind);
  return new Map([...kinds].map(([kind, own]) => [kind, factors(totals(own, months), first, district)]));
};

/** The factor of each month of a series. */
export const exposureOf = (season: readonly number[], months: number, first: number): readonly number[] =>
  Array.from({ length: months }, (_, month) => season[(first + month) % MONTHS] ?? 1);

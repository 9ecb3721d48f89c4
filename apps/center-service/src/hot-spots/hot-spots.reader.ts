import { MEASURED, placeWarnings, WARNING_SETTINGS, type PlaceCounts } from '@mediation/dispute/read-models';
import type { DisputeType } from '@mediation/dispute/domain';
import { tierOfDivision, type Clock, type DivisionCode } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { today } from '../fields';
import { periodOf } from '../funnel/funnel.reader';
import { lastDayOf, monthOf, monthsBefore, monthsFrom, shiftMonth } from '../funnel/months';
import { CLOCK, DIVISIONS } from '../tokens';
import { divisionAnswer, namesOf, type Divisions } from './divisions';
import { HOT_SPOT_RULES } from './hot-spots-rules';
import type { HotSpotsAnswer, WarningsAnswer } from './hot-spots.answer';
import type { HotSpotsQuery, WarningsQuery } from './hot-spots.query';
import { SpotCounts } from './spot-counts';
import { seriesOf, type MonthSpots, type SpotCell } from './spots';

type Counts = Record<string, number>;

const summed = (cells: readonly SpotCell[], key: (cell: SpotCell) => string): Counts => {
  const sums: Counts = {};
  for (const cell of cells) sums[key(cell)] = (sums[key(cell)] ?? 0) + cell.n;
  return sums;
};

/** What has been longer ago says little about this year. */
const MOST_HISTORY = 36;

/** Beginning with the first month in which anything was registered: before that nobody counted. */
const sinceFirst = (months: readonly MonthSpots[]): readonly MonthSpots[] => {
  const first = months.findIndex(({ cells }) => cells.length > 0);
  return first === -1 ? months.slice(-1) : months.slice(Math.min(first, months.length - 1));
};

@Injectable()
export class HotSpotsReader {
  constructor(
    @Inject(SpotCounts) private readonly spots: SpotCounts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DIVISIONS) private readonly divisions: Divisions,
  ) {}

  /** Every place of what was asked for, by type, beside as long a period before. */
  async read({ org, type, ...asked }: HotSpotsQuery, caller: Principal): Promise<HotSpotsAnswer> {
    const period = periodOf(asked, today(this.clock));
    const before = monthsBefore(period);
    const counted = await this.spots.of(monthsFrom(before.from, period.to), org, caller);
    const cellsOf = (from: string, to: string) =>
      counted
        .filter(({ month }) => from <= month && month <= to)
        .flatMap(({ cells }) => (type === undefined ? cells : cells.filter((cell) => cell.type === type)));
    const now = cellsOf(period.from, period.to);
    const earlier = summed(cellsOf(before.from, before.to), ({ place }) => place);
    const names = namesOf(this.divisions());
    const byPlace = byPlaceOf(now);
    const codes = [...new Set([...this.known(org), ...byPlace.keys(), ...Object.keys(earlier)])].sort();
    return {
      from: period.from,
      to: lastDayOf(period.to),
      ...(org !== undefined && { org }),
      ...(type !== undefined && { type }),
      total: now.reduce((sum, { n }) => sum + n, 0),
      byType: summed(now, (cell) => cell.type),
      places: codes.map((code) => {
        const own = byPlace.get(code) ?? [];
        return {
          division: divisionAnswer(code, names),
          count: own.reduce((sum, { n }) => sum + n, 0),
          before: earlier[code] ?? 0,
          byType: summed(own, (cell) => cell.type),
        };
      }),
      rules: HOT_SPOT_RULES.places,
    };
  }

  /** Rises of one month that are unusual for their place and season. */
  async warnings({ month, org }: WarningsQuery, caller: Principal): Promise<WarningsAnswer> {
    const now = today(this.clock);
    const tested = monthOf(month ?? now);
    const counted = sinceFirst(await this.spots.of(monthsFrom(shiftMonth(tested, -MOST_HISTORY), tested), org, caller));
    const result = placeWarnings(seriesOf(counted).map(placed), Number(counted[0]?.month.slice(5, 7) ?? 1) - 1);
    const names = namesOf(this.divisions());
    const { falseAlarmsPerMonth, leastCount, leastMonths } = WARNING_SETTINGS;
    const families = result.status === 'tested' ? [...result.families] : [];
    const warnings = result.status === 'tested' ? result.warnings : [];
    return {
      month: { from: tested, to: lastDayOf(tested), complete: lastDayOf(tested) < now },
      ...(org !== undefined && { org }),
      status: result.status,
      months: counted.length - 1,
      method: {
        falseAlarmsPerMonth,
        leastCount,
        leastMonths,
        families,
        measured: MEASURED,
        ...HOT_SPOT_RULES.warnings,
      },
      warnings: warnings.map(({ place, type, ...warning }) => ({
        ...warning,
        division: divisionAnswer(place, names),
        ...(type !== undefined && { type: type as DisputeType }),
      })),
    };
  }

  private known(org: string | undefined): readonly DivisionCode[] {
    const area = org?.split('-')[0] ?? '';
    return this.divisions()
      .map(({ code }) => code)
      .filter((code) => code.startsWith(area));
  }
}

const byPlaceOf = (cells: readonly SpotCell[]): ReadonlyMap<DivisionCode, readonly SpotCell[]> => {
  const groups = new Map<DivisionCode, SpotCell[]>();
  for (const cell of cells) groups.set(cell.place, [...(groups.get(cell.place) ?? []), cell]);
  return groups;
};

const placed = ({ place, type, counts }: { place: string; type: string; counts: readonly number[] }): PlaceCounts => ({
  township: place.slice(0, 9),
  ...(tierOfDivision(place) === 'village' && { village: place }),
  type,
  counts,
});

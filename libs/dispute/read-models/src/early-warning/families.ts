import { earlyWarning, type Warning, type WarningSettings } from './early-warning';
import { groupedBy, type Series } from './season';

/** What is looked at: each township's types, each village's or community's disputes together, and each one's types. */
export const WARNING_FAMILIES = ['township-type', 'village', 'village-type'] as const;
export type WarningFamily = (typeof WARNING_FAMILIES)[number];

/** Disputes of one type at one place, month by month; the month tested comes last. */
export interface PlaceCounts {
  readonly township: string;
  /** Undefined where the place is no village or community. */
  readonly village?: string | undefined;
  readonly type: string;
  readonly counts: readonly number[];
}

export interface PlaceWarning extends Omit<Warning, 'key'> {
  readonly family: WarningFamily;
  readonly place: string;
  readonly type?: string;
}

export interface FamilyTested {
  readonly family: WarningFamily;
  readonly series: number;
  readonly alpha: number;
  readonly expectedFalseAlarms: number;
}

export type PlaceWarnings =
  | { readonly status: 'insufficient-history'; readonly months: number; readonly needed: number }
  | {
      readonly status: 'tested';
      readonly months: number;
      readonly families: readonly FamilyTested[];
      /** The least likely first. */
      readonly warnings: readonly PlaceWarning[];
    };

/**
 * One false alarm a month in all, shared by the families; three disputes at least; two years of history. Choices of ours, not rules of
 * law: docs/adr/0019.
 */
export const WARNING_SETTINGS: WarningSettings = { falseAlarmsPerMonth: 1, leastCount: 3, leastMonths: 24 };

/** Measured by early-warning.spec.ts on drawn districts in which nothing changes, but for what is raised there on purpose. */
export const MEASURED = {
  seed: 20_251_129,
  months: 60,
  disputesPerMonth: 71,
  falseAlarmsPerMonth: 0.42,
  low: 0.25,
  high: 0.58,
  /** Of a series of about ten disputes a month, seen within the month. */
  doublingSeen: 0.44,
  triplingSeen: 0.95,
} as const;

const added = (rows: readonly PlaceCounts[]): readonly number[] =>
  (rows[0]?.counts ?? []).map((_, month) => rows.reduce((sum, { counts }) => sum + (counts[month] ?? 0), 0));

const seriesBy = (rows: readonly PlaceCounts[], key: (row: PlaceCounts) => string | undefined): readonly Series[] =>
  [
    ...groupedBy(
      rows.filter((row) => key(row) !== undefined),
      (row) => key(row) ?? '',
    ),
  ].map(([name, own]) => ({
    key: name,
    kind: name.split(' ')[1] ?? 'all',
    counts: added(own),
  }));

const KEYS: Readonly<Record<WarningFamily, (row: PlaceCounts) => string | undefined>> = {
  'township-type': ({ township, type }) => `${township} ${type}`,
  village: ({ village }) => village,
  'village-type': ({ village, type }) => village && `${village} ${type}`,
};

/** @param first the calendar month (0 is January) that the counts begin with */
export const placeWarnings = (
  rows: readonly PlaceCounts[],
  first: number,
  settings: WarningSettings = WARNING_SETTINGS,
): PlaceWarnings => {
  const share = { ...settings, falseAlarmsPerMonth: settings.falseAlarmsPerMonth / WARNING_FAMILIES.length };
  const families: FamilyTested[] = [];
  const warnings: PlaceWarning[] = [];
  const months = Math.max(0, (rows[0]?.counts.length ?? 1) - 1);
  for (const family of WARNING_FAMILIES) {
    const result = earlyWarning({ series: seriesBy(rows, KEYS[family]), first }, share);
    if (result.status === 'insufficient-history') continue;
    const { series, alpha, expectedFalseAlarms } = result;
    families.push({ family, series, alpha, expectedFalseAlarms });
    for (const { key, ...warning } of result.warnings) {
      const [place = '', type] = key.split(' ');
      warnings.push({ ...warning, family, place, ...(type !== undefined && { type }) });
    }
  }
  if (families.length === 0) return { status: 'insufficient-history', months, needed: settings.leastMonths };
  warnings.sort((a, b) => a.probability - b.probability);
  return { status: 'tested', months, families, warnings };
};

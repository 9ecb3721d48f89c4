/** RFC 3339 with offset, e.g. `2025-03-01T09:30:00+08:00` or `…Z`. */
export type Instant = string;
/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type PlainDate = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar date in Asia/Shanghai of an instant. China has kept UTC+8 without summer time since 1992. */
export const dateInShanghai = (instant: Instant): PlainDate =>
  new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The later of two dates; the second when there is no first. */
export const later = (a: PlainDate | undefined, b: PlainDate): PlainDate => (a !== undefined && a > b ? a : b);

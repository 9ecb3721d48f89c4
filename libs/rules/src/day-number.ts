import { addDays, type Instant, type PlainDate } from '@mediation/kernel';
import { memoised } from './memoised';

/** A calendar date as the number of days since 1970-01-01: what reckoning counts with, since text is slow to count with. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export const dayNumber = (date: PlainDate): DayNumber => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const dateOfDay: (day: DayNumber) => PlainDate = memoised((day) => addDays('1970-01-01', day));

/** The day in Asia/Shanghai of a moment in milliseconds. */
export const dayOfMoment = (ms: number): DayNumber => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);

/** Where the day begins in Asia/Shanghai, in milliseconds. */
export const startOfDay = (day: DayNumber): number => day * DAY_MS - SHANGHAI_OFFSET_MS;

export const instantOf = (ms: number): Instant =>
  `${new Date(ms + SHANGHAI_OFFSET_MS).toISOString().replace(/(\.000)?Z$/, '')}+08:00`;

import type { PlainDate } from '@mediation/kernel';
import { dateOfDay, DAY_MS, dayNumber, dayOfMoment, startOfDay, type DayNumber } from './day-number';
import type { PeriodUnit } from './vocabulary';
import { isWorkingDayNumber } from './working-calendar';

export interface Period {
  readonly unit: PeriodUnit;
  readonly length: number;
}

/** 民法典 202: the day of the same number, or the month's last day where there is none. */
const monthsAfter = (day: DayNumber, months: number): DayNumber => {
  const from = new Date(day * DAY_MS);
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth.getUTCDate()));
  return lastOfMonth.getTime() / DAY_MS;
};

const MOMENT_MS = { hour: 3_600_000, minute: 60_000 } as const;

/** Hours and minutes count from the moment, everything else from the next day on. */
export const isOfMoments = (unit: PeriodUnit): unit is keyof typeof MOMENT_MS => unit === 'hour' || unit === 'minute';

export const lengthInMs = (unit: keyof typeof MOMENT_MS, length: number): number => length * MOMENT_MS[unit];

/** Days that a clock does not count: from the first, up to but without the second. */
export interface Stop {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export const isStopped = (day: DayNumber, stops: readonly Stop[]): boolean =>
  stops.some(({ from, to }) => from <= day && day < to);

const daysIn = ({ unit, length }: Period, startsOn: DayNumber): number => {
  if (isOfMoments(unit)) return Math.ceil(lengthInMs(unit, length) / DAY_MS);
  return unit === 'month' ? monthsAfter(startsOn, length) - startsOn : length;
};

/**
 * The last day of a period before it rolls: the day it starts is not counted (民法典 201), nor are the days it stands still. A month is as many
 * days as the calendar has from its start (202).
 */
export const reckonedFrom = (period: Period, startsOn: DayNumber, stops: readonly Stop[]): DayNumber => {
  const total = daysIn(period, startsOn);
  let day = startsOn;
  for (let counted = 0; counted < total;) {
    day += 1;
    if (!isStopped(day, stops) && (period.unit !== 'working-day' || isWorkingDayNumber(day))) counted += 1;
  }
  return day;
};

/**
 * 民法典 203, 民诉 85: a last day on a 法定休假日 moves to the next working day. Weekends are taken for such days, as courts do. A day on which
 * the clock stands still cannot be its last, either.
 */
export const rolledFrom = (day: DayNumber, stops: readonly Stop[]): DayNumber => {
  let last = day;
  while (!isWorkingDayNumber(last) || isStopped(last, stops)) last += 1;
  return last;
};

/** The last day of a period that an event on `startedOn` sets running, rolled; of hours and minutes, the day they end on when it began them. */
export const lastDayOf = (period: Period, startedOn: PlainDate): PlainDate => {
  const start = dayNumber(startedOn);
  return isOfMoments(period.unit)
    ? dateOfDay(dayOfMoment(startOfDay(start) + lengthInMs(period.unit, period.length)))
    : dateOfDay(rolledFrom(reckonedFrom(period, start, []), []));
};

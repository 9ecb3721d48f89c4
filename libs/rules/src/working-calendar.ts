import type { PlainDate } from '@mediation/kernel';
import { getDayDetail } from 'chinese-days';
import { DAY_MS, dateOfDay, dayNumber, type DayNumber } from './day-number';
import { holidaysOn } from './layers';
import { memoised } from './memoised';
import { statutoryDays } from './statutory-days';

const OCTOBER_FIRST_IS_NAMED = /国庆节/;
/** `Spring Festival,春节,4`: a day of the yearly arrangement. Any other day has the name of its weekday. */
const IS_ARRANGED = /,/;

/**
 * Whether the State Council's arrangement of that year's holidays and make-up working days is in the calendar's data.
 * A year without it silently has weekends only, and every year that has it names 1 October.
 */
export const isPublished: (year: number) => boolean = memoised((year) =>
  OCTOBER_FIRST_IS_NAMED.test(getDayDetail(`${year}-10-01`).name),
);

/** The date lies in a year whose holidays are not published yet: what is reckoned over it may still change. */
export const isProvisional = (date: PlainDate): boolean => !isPublished(Number(date.slice(0, 4)));

const isWeekend = (day: DayNumber): boolean => {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
};

const statutoryDaysOf = memoised((year: number) => statutoryDays(year, holidaysOn(`${year}-01-01`)));

/** The weekday is reckoned here: the library's own depends on the machine's time zone. */
const works = (day: DayNumber): boolean => {
  const date = dateOfDay(day);
  const { name, work } = getDayDetail(date);
  if (IS_ARRANGED.test(name)) return work;
  if (isWeekend(day)) return false;
  return !isProvisional(date) || !statutoryDaysOf(Number(date.slice(0, 4))).has(day);
};

export const isWorkingDayNumber: (day: DayNumber) => boolean = memoised(works);

/**
 * A weekday that is no holiday, or a weekend day made up for one (调休). Of a provisional year the weekends and the regulation's own days
 * are known, not the days that are moved.
 */
export const isWorkingDay = (date: PlainDate): boolean => isWorkingDayNumber(dayNumber(date));

/** The date itself when it is a working day, otherwise the next one. */
export const workingDayFrom = (date: PlainDate): PlainDate => {
  let day = dayNumber(date);
  while (!isWorkingDayNumber(day)) day += 1;
  return dateOfDay(day);
};

/** The working days of a year up to and with each of its days, by the day of the year; the first place is for the day before it. */
const countsOfYear = memoised((year: number) => {
  const first = dayNumber(`${year}-01-01`);
  const length = dayNumber(`${year + 1}-01-01`) - first;
  const counts = [0];
  for (let i = 0; i < length; i += 1) counts.push((counts[i] ?? 0) + (isWorkingDayNumber(first + i) ? 1 : 0));
  return counts;
});

const workingDaysUpTo = (date: PlainDate): number => {
  const year = Number(date.slice(0, 4));
  return countsOfYear(year)[dayNumber(date) - dayNumber(`${year}-01-01`) + 1] ?? 0;
};

/** The working days after the first date, up to and with the second; negative when the second is earlier. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate): number => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.abs(last - first) }, (_, i) => Math.min(first, last) + i);
  const between = years.reduce((sum, year) => sum + (countsOfYear(year).at(-1) ?? 0), 0);
  return workingDaysUpTo(to) - workingDaysUpTo(from) + (first <= last ? between : -between);
};

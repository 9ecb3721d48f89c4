import { addDays, type PlainDate } from '@mediation/kernel';
import { getDayDetail, isWorkday } from 'chinese-days';

const OCTOBER_FIRST_IS_NAMED = /国庆节/;
const published = new Map<number, boolean>();

/**
 * Whether the State Council's arrangement of that year's holidays and make-up working days is in the calendar's data.
 * A year without it silently has weekends only, and every year that has it names 1 October.
 */
export const isPublished = (year: number): boolean => {
  const known = published.get(year);
  if (known !== undefined) return known;
  const answer = OCTOBER_FIRST_IS_NAMED.test(getDayDetail(`${year}-10-01`).name);
  published.set(year, answer);
  return answer;
};

/** The date lies in a year whose holidays are not published yet: what is reckoned over it may still change. */
export const isProvisional = (date: PlainDate): boolean => !isPublished(Number(date.slice(0, 4)));

/** A weekday that is no holiday, or a weekend day made up for one (调休). Only weekends are known of a provisional year. */
export const isWorkingDay = (date: PlainDate): boolean => isWorkday(date);

/** The date itself when it is a working day, otherwise the next one. */
export const workingDayFrom = (date: PlainDate): PlainDate => {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};

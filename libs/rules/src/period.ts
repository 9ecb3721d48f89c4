import { addDays, type PlainDate } from '@mediation/kernel';
import { isWorkingDay, workingDayFrom } from './working-calendar';

export const PERIOD_UNITS = ['day', 'working-day', 'month'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface Period {
  readonly unit: PeriodUnit;
  readonly length: number;
}

/** 民法典 202: the day of the same number, or the month's last day where there is none. */
const addMonths = (date: PlainDate, months: number): PlainDate => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastDay.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return lastDay.toISOString().slice(0, 10);
};

const addWorkingDays = (date: PlainDate, length: number): PlainDate => {
  let day = date;
  for (let counted = 0; counted < length;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) counted += 1;
  }
  return day;
};

/**
 * The last day of a period that an event on `startedOn` sets running: the day it starts is not counted (民法典 201), and a
 * last day on a weekend or holiday moves to the next working day (203).
 */
export const lastDayOf = ({ unit, length }: Period, startedOn: PlainDate): PlainDate => {
  switch (unit) {
    case 'day':
      return workingDayFrom(addDays(startedOn, length));
    case 'month':
      return workingDayFrom(addMonths(startedOn, length));
    case 'working-day':
      return addWorkingDays(startedOn, length);
  }
};

import { addDays, type PlainDate } from '@mediation/kernel';
import { getLunarDate, getSolarTermDate } from 'chinese-days';
import { dateOfDay, dayNumber, type DayNumber } from './day-number';
import type { Holiday } from './rule-pack.schema';

/** The years whose lunar dates are in the calendar's data. */
const LUNAR_YEARS = { first: 1901, last: 2099 };

const daysOfYear = (year: number): readonly DayNumber[] => {
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, i) => first + i);
};

/** The day of that year with that lunar date; none of a leap month. */
const lunarDay = (year: number, monthAndDay: string): DayNumber | undefined => {
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return undefined;
  const [month, day] = monthAndDay.split('-').map(Number);
  return daysOfYear(year).find((each) => {
    const lunar = getLunarDate(dateOfDay(each));
    return lunar.lunarMon === month && lunar.lunarDay === day && !lunar.isLeap;
  });
};

/** The library prints its midnight of UTC in the machine's zone: west of Greenwich that is the day before. */
const unshifted = (printed: PlainDate): PlainDate => {
  const middle = 15;
  const shown = new Date(Date.UTC(Number(printed.slice(0, 4)), Number(printed.slice(5, 7)) - 1, middle)).getDate();
  return addDays(printed, middle - shown);
};

const firstDay = (starts: string, year: number): DayNumber | undefined => {
  const [kind = '', date = '', offset = '0'] = starts.split(' ');
  switch (kind) {
    case 'lunar': {
      const day = lunarDay(year, date);
      return day === undefined ? undefined : day + Number(offset);
    }
    case 'term':
      return dayNumber(unshifted(getSolarTermDate(year, 4, 'pure_brightness')));
    default:
      return dayNumber(`${year}-${kind}`);
  }
};

/** The days that the regulation itself makes holidays of a year. Which weekends are worked for them, only the yearly arrangement says. */
export const statutoryDays = (year: number, holidays: readonly Holiday[]): ReadonlySet<DayNumber> =>
  new Set(
    holidays.flatMap(({ starts, days }) => {
      const first = firstDay(starts, year);
      return first === undefined ? [] : Array.from({ length: days }, (_, i) => first + i);
    }),
  );

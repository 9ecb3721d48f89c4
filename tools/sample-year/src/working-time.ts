import { addDays, type Instant, type PlainDate } from '@mediation/kernel';
import { isWorkingDay, workingDayFrom } from '@mediation/rules';

/** A minute of the year in Shanghai. */
export interface Moment {
  readonly date: PlainDate;
  /** Since midnight. */
  readonly minute: number;
}

const MORNING = { from: 8 * 60 + 30, to: 12 * 60 };
const AFTERNOON = { from: 13 * 60 + 30, to: 17 * 60 + 30 };
const DAY = 24 * 60;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

export const instantOf = ({ date, minute }: Moment): Instant =>
  `${date}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00+08:00`;

export const minutesLater = ({ date, minute }: Moment, minutes: number): Moment => {
  const sum = minute + minutes;
  return { date: addDays(date, Math.floor(sum / DAY)), minute: sum % DAY };
};

/** The same moment, or the next at which an office is open; on a weekend only when that day was chosen on purpose. */
export const inOfficeHours = ({ date, minute }: Moment, weekendToo = false): Moment => {
  if (!weekendToo && !isWorkingDay(date))
    return inOfficeHours({ date: workingDayFrom(date), minute: minute % AFTERNOON.to });
  if (minute >= AFTERNOON.to) return { date: workingDayFrom(addDays(date, 1)), minute: MORNING.from };
  if (minute < MORNING.from) return { date, minute: MORNING.from };
  return minute >= MORNING.to && minute < AFTERNOON.from ? { date, minute: AFTERNOON.from } : { date, minute };
};

/** A minute of the working day: its `share` from 0 to 999. */
export const minuteOfWork = (share: number): number => {
  const morning = MORNING.to - MORNING.from;
  const worked = Math.floor(((morning + AFTERNOON.to - AFTERNOON.from) * share) / 1000);
  return worked < morning ? MORNING.from + worked : AFTERNOON.from + worked - morning;
};

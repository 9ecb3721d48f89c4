import { daysBetween, type PlainDate } from '@mediation/kernel';
import { workingDaysBetween, type Clock } from '@mediation/rules';

/** 红 overdue · 橙 today or the next working day · 黄 within three working days · 绿 later · 灰 stopped. */
export const URGENCIES = ['red', 'orange', 'yellow', 'green', 'grey'] as const;
export type Urgency = (typeof URGENCIES)[number];

type Remaining = NonNullable<Clock['remaining']>;

/** How many days are left to a last day; negative when it has passed. */
export const remainingTo = (dueOn: PlainDate, today: PlainDate): Remaining => ({
  days: daysBetween(today, dueOn),
  workingDays: workingDaysBetween(today, dueOn),
});

/** How these colours are drawn is this system's own choice, no rule of law. */
export const urgencyOf = ({ days, workingDays }: Remaining): Urgency => {
  if (days < 0) return 'red';
  if (workingDays <= 1) return 'orange';
  return workingDays <= 3 ? 'yellow' : 'green';
};

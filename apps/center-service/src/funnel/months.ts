import type { PlainDate } from '@mediation/kernel';

/** A month is written as its first day. */
export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`;

export const shiftMonth = (month: PlainDate, by: number): PlainDate => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
};

export const lastDayOf = (month: PlainDate): PlainDate =>
  new Date(Date.parse(`${shiftMonth(month, 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const monthsFrom = (first: PlainDate, last: PlainDate): readonly PlainDate[] =>
  first > last ? [] : [first, ...monthsFrom(shiftMonth(first, 1), last)];

export interface Months {
  readonly from: PlainDate;
  /** The last month. */
  readonly to: PlainDate;
}

const lengthOf = ({ from, to }: Months): number => monthsFrom(from, to).length;

/** As many months, right before. */
export const monthsBefore = (period: Months): Months => {
  const length = lengthOf(period);
  return { from: shiftMonth(period.from, -length), to: shiftMonth(period.from, -1) };
};

export const yearEarlier = ({ from, to }: Months): Months => ({ from: shiftMonth(from, -12), to: shiftMonth(to, -12) });

/** The period in single months, or in calendar quarters, the first and last of which it may only have in part. */
export const stepsOf = ({ from, to }: Months, step: 'month' | 'quarter'): readonly Months[] => {
  if (step === 'month') return monthsFrom(from, to).map((month) => ({ from: month, to: month }));
  const steps: Months[] = [];
  for (let start = from; start <= to;) {
    const left = 2 - ((Number(start.slice(5, 7)) - 1) % 3);
    const end = shiftMonth(start, left) < to ? shiftMonth(start, left) : to;
    steps.push({ from: start, to: end });
    start = shiftMonth(end, 1);
  }
  return steps;
};

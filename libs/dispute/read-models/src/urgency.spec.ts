import { remainingTo, urgencyOf } from './urgency';

it.each([
  ['2025-09-29', '2025-09-30', { days: -1, workingDays: -1 }, 'red'],
  ['2025-09-30', '2025-09-30', { days: 0, workingDays: 0 }, 'orange'],
  // National Day and Mid-Autumn: 1 to 8 October; the next working day is the 9th.
  ['2025-10-09', '2025-09-30', { days: 9, workingDays: 1 }, 'orange'],
  ['2025-10-11', '2025-09-30', { days: 11, workingDays: 3 }, 'yellow'],
  ['2025-10-13', '2025-09-30', { days: 13, workingDays: 4 }, 'green'],
])('a last day of %s is, on %s, %j away: %s', (dueOn, today, remaining, urgency) => {
  expect(remainingTo(dueOn, today)).toEqual(remaining);
  expect(urgencyOf(remaining)).toBe(urgency);
});

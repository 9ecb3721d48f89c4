import fc from 'fast-check';
import { daysBetween } from '@mediation/kernel';
import { lastDayOf } from './period';
import { isWorkingDay } from './working-calendar';

// Worked out by hand from the State Council's arrangements: off 2025-10-01…08, made up on 09-28 (Sunday) and 10-11 (Saturday);
// off 2026-02-15…23, made up on 02-14 and 02-28 (Saturdays).
describe('working days', () => {
  it.each([
    ['an ordinary Monday', 3, '2025-03-10', '2025-03-13'],
    ['over a weekend', 3, '2025-03-13', '2025-03-18'],
    ['from a Saturday', 3, '2025-03-15', '2025-03-19'],
    ['with a made-up Sunday counted', 3, '2025-09-26', '2025-09-30'],
    ['over National Day, ending on a made-up Saturday', 3, '2025-09-30', '2025-10-11'],
    ['five over National Day', 5, '2025-09-29', '2025-10-13'],
    ['over Spring Festival, from the Friday before', 3, '2026-02-13', '2026-02-25'],
    ['over the made-up Saturday after Spring Festival', 3, '2026-02-26', '2026-03-02'],
    ['over New Year 2026', 3, '2025-12-31', '2026-01-06'],
  ])('%s', (_, length, startedOn, last) => {
    expect(lastDayOf({ unit: 'working-day', length }, startedOn)).toBe(last);
  });
});

describe('months', () => {
  it.each([
    ['the same day of the next month', '2025-03-10', '2025-04-10'],
    ['the last day where the month is shorter', '2025-01-31', '2025-02-28'],
    ['29 February in a leap year', '2024-01-31', '2024-02-29'],
    ['31 May to 30 June', '2025-05-31', '2025-06-30'],
    ['a month end on a Saturday rolls to Monday', '2025-12-31', '2026-02-02'],
    ['into National Day: the first working day after it', '2025-09-03', '2025-10-09'],
    ['a made-up Saturday is a working day', '2025-09-11', '2025-10-11'],
    ['into Spring Festival', '2026-01-17', '2026-02-24'],
    ['the made-up Saturday before Spring Festival', '2026-01-14', '2026-02-14'],
    ['across the year', '2024-12-10', '2025-01-10'],
  ])('%s', (_, startedOn, last) => {
    expect(lastDayOf({ unit: 'month', length: 1 }, startedOn)).toBe(last);
  });
});

describe('calendar days', () => {
  it('counts every day, and only the end rolls', () => {
    expect(lastDayOf({ unit: 'day', length: 7 }, '2025-03-10')).toBe('2025-03-17');
    expect(lastDayOf({ unit: 'day', length: 15 }, '2025-09-20')).toBe('2025-10-09');
  });
});

describe('hours and minutes', () => {
  it('end on the day that they end on when the day began them, working day or not', () => {
    expect(lastDayOf({ unit: 'hour', length: 1 }, '2025-10-01')).toBe('2025-10-01');
    expect(lastDayOf({ unit: 'hour', length: 24 }, '2025-10-01')).toBe('2025-10-02');
    expect(lastDayOf({ unit: 'hour', length: 72 }, '2025-10-01')).toBe('2025-10-04');
    expect(lastDayOf({ unit: 'minute', length: 30 }, '2025-10-01')).toBe('2025-10-01');
  });
});

it('ends on a working day, never before the start, and later for a later start', () => {
  const date = fc
    .integer({ min: 0, max: 3000 })
    .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.constantFrom('day' as const, 'working-day' as const, 'month' as const),
      fc.integer({ min: 1, max: 40 }),
      date,
      date,
      (unit, length, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const [first, second] = [lastDayOf({ unit, length }, early), lastDayOf({ unit, length }, late)];
        expect(isWorkingDay(first)).toBe(true);
        expect(daysBetween(early, first)).toBeGreaterThan(0);
        expect(first <= second).toBe(true);
      },
    ),
  );
});

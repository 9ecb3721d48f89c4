import { dateOfDay } from './day-number';
import { holidaysOn } from './layers';
import { statutoryDays } from './statutory-days';
import { isWorkingDay } from './working-calendar';

const datesOf = (year: number, on: string) => [...statutoryDays(year, holidaysOn(on))].map(dateOfDay).sort();

it('are thirteen since 2025', () => {
  expect(datesOf(2026, '2026-01-01')).toStrictEqual([
    '2026-01-01',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-04-05',
    '2026-05-01',
    '2026-05-02',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
  ]);
});

it('were eleven before: no eve of the lunar year, one day for labour', () => {
  expect(datesOf(2024, '2024-12-31')).toStrictEqual([
    '2024-01-01',
    '2024-02-10',
    '2024-02-11',
    '2024-02-12',
    '2024-04-04',
    '2024-05-01',
    '2024-06-10',
    '2024-09-17',
    '2024-10-01',
    '2024-10-02',
    '2024-10-03',
  ]);
});

// 2028 has a leap fifth month after 端午.
it.each([
  [2028, ['2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03']],
  [2029, ['2029-02-12', '2029-04-04', '2029-06-16', '2029-09-22']],
  [2030, ['2030-02-02', '2030-04-05', '2030-06-05', '2030-09-12']],
])('follow the lunar calendar of %i', (year, moving) => {
  const dates = datesOf(year, '2026-01-01');
  expect(moving.filter((date) => !dates.includes(date))).toStrictEqual([]);
});

it('are days off in every arrangement that the calendar holds', () => {
  const worked = Array.from({ length: 13 }, (_, i) => 2014 + i).flatMap((year) =>
    datesOf(year, `${Math.max(year, 2022)}-12-31`).filter(isWorkingDay),
  );
  expect(worked).toStrictEqual([]);
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays } from '@mediation/kernel';
import fc from 'fast-check';
import { isProvisional, isPublished, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-calendar';

const days = (from: string, count: number) => Array.from({ length: count }, (_, i) => addDays(from, i));
const daysOff = (from: string, count: number) => days(from, count).filter((date) => !isWorkingDay(date));

describe('the working calendar', () => {
  it('has eight days off for National Day and Mid-Autumn 2025, made up on a Sunday before and a Saturday after', () => {
    expect(daysOff('2025-09-27', 16)).toStrictEqual(['2025-09-27', ...days('2025-10-01', 8), '2025-10-12']);
  });

  it('has nine days off for Spring Festival 2026, made up on the Saturdays around it', () => {
    expect(daysOff('2026-02-14', 16)).toStrictEqual([...days('2026-02-15', 9), '2026-03-01']);
  });

  it.each([
    ['元旦 2025', '2024-12-30', 7, ['2025-01-01', '2025-01-04', '2025-01-05']],
    ['春节 2025', '2025-01-25', 16, ['2025-01-25', ...days('2025-01-28', 8), '2025-02-09']],
    ['清明 2025', '2025-04-03', 5, days('2025-04-04', 3)],
    ['劳动节 2025', '2025-04-26', 10, ['2025-04-26', ...days('2025-05-01', 5)]],
    ['端午 2025', '2025-05-30', 5, days('2025-05-31', 3)],
    ['元旦 2026', '2025-12-31', 6, days('2026-01-01', 3)],
    ['清明 2026', '2026-04-03', 5, days('2026-04-04', 3)],
    ['劳动节 2026', '2026-04-30', 10, days('2026-05-01', 5)],
    ['端午 2026', '2026-06-18', 5, days('2026-06-19', 3)],
    ['中秋 2026', '2026-09-24', 5, days('2026-09-25', 3)],
    ['国庆 2026', '2026-09-19', 23, ['2026-09-19', ...days('2026-09-25', 3), ...days('2026-10-01', 7), '2026-10-11']],
  ])('holds what the State Council arranged: %s', (_, from, count, off) => {
    expect(daysOff(from, count)).toStrictEqual(off);
  });

  it('finds the next working day, or the day itself', () => {
    expect(workingDayFrom('2025-10-01')).toBe('2025-10-09');
    expect(workingDayFrom('2025-10-11')).toBe('2025-10-11');
  });

  it('counts working days either way', () => {
    expect(workingDaysBetween('2025-09-26', '2025-10-11')).toBe(6);
    expect(workingDaysBetween('2025-10-11', '2025-09-26')).toBe(-6);
    expect(workingDaysBetween('2025-12-31', '2026-01-04')).toBe(1);
    expect(workingDaysBetween('2025-03-10', '2025-03-10')).toBe(0);
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2022-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (from, length) => {
        const counted = days(addDays(from, 1), length).filter(isWorkingDay).length;
        expect(workingDaysBetween(from, addDays(from, length))).toBe(counted);
        expect(workingDaysBetween(addDays(from, length), from) + counted).toBe(0);
      }),
    );
  });
});

describe('a year whose arrangement is not published', () => {
  it('is told from one that is', () => {
    expect([2003, 2004, 2026, 2027].map(isPublished)).toStrictEqual([false, true, true, false]);
    expect(['2025-12-31', '2026-12-31', '2027-01-01', '2031-03-01'].map(isProvisional)).toStrictEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('has the days that the regulation itself makes holidays, and the weekends', () => {
    // 2027 by the lunar calendar: eve on Friday 5 February, 清明 on Monday 5 April, 端午 on Wednesday 9 June, 中秋 on Wednesday 15 September.
    const weekdaysOff = days('2027-01-01', 365)
      .filter((date) => !isWorkingDay(date))
      .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
    expect(weekdaysOff).toStrictEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ]);
    expect(daysOff('2027-05-01', 4)).toStrictEqual(['2027-05-01', '2027-05-02']);
    expect(workingDayFrom('2027-01-01')).toBe('2027-01-04');
    expect(workingDayFrom('2027-02-05')).toBe('2027-02-09');
  });
});

const zoned = join(__dirname, 'spec', 'in-zone.cjs');

// A test that sets TZ of its own process does nothing: jest gives it a copy of the environment.
it.each(['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Auckland'])(
  'does not depend on the time zone of the machine: %s',
  (zone) => {
    const asked = ['2025-09-27', '2025-09-28', '2025-09-30', '2025-10-01', '2025-10-08', '2025-10-09', '2025-10-12'];
    const unpublished = [
      '2027-01-01',
      '2027-02-05',
      '2027-02-09',
      '2027-04-05',
      '2027-04-06',
      '2027-06-09',
      '2027-09-15',
    ];
    const answers: unknown = JSON.parse(
      execFileSync(process.execPath, [zoned, ...asked, ...unpublished], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }),
    );
    expect(answers).toStrictEqual([
      ...[false, true, true, false, false, true, false],
      ...[false, false, true, false, true, false, false],
    ]);
  },
);

import { addDays } from '@mediation/kernel';
import { isProvisional, isWorkingDay, workingDayFrom } from './working-calendar';

const daysOff = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => addDays(from, i)).filter((date) => !isWorkingDay(date));

describe('the working calendar', () => {
  it('has eight days off for National Day and Mid-Autumn 2025, made up on a Sunday before and a Saturday after', () => {
    expect(daysOff('2025-09-27', 16)).toEqual([
      '2025-09-27',
      '2025-10-01',
      '2025-10-02',
      '2025-10-03',
      '2025-10-04',
      '2025-10-05',
      '2025-10-06',
      '2025-10-07',
      '2025-10-08',
      '2025-10-12',
    ]);
  });

  it('has nine days off for Spring Festival 2026, made up on the Saturdays around it', () => {
    expect(daysOff('2026-02-14', 16)).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
      '2026-03-01',
    ]);
  });

  it('finds the next working day, or the day itself', () => {
    expect(workingDayFrom('2025-10-01')).toBe('2025-10-09');
    expect(workingDayFrom('2025-10-11')).toBe('2025-10-11');
  });

  it('says when a year is past the published data', () => {
    expect(['2025-12-31', '2026-12-31', '2031-03-01'].map(isProvisional)).toEqual([false, false, true]);
  });

  it.each(['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Auckland'])(
    'does not depend on the time zone of the machine: %s',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(['2025-09-28', '2025-09-30', '2025-10-01', '2025-10-08', '2025-10-09'].map(isWorkingDay)).toEqual([
          true,
          true,
          false,
          false,
          true,
        ]);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );
});

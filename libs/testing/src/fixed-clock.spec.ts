import { FixedClock } from './index';

it('stands still, jumps and advances', () => {
  const clock = new FixedClock('2025-03-01T09:00:00+08:00');
  expect([clock.now(), clock.now()]).toEqual(['2025-03-01T09:00:00+08:00', '2025-03-01T09:00:00+08:00']);
  clock.advance({ days: 1, hours: 2, minutes: 3 });
  expect(clock.now()).toBe('2025-03-02T03:03:00.000Z');
  clock.set('2026-01-01T00:00:00Z');
  expect(clock.now()).toBe('2026-01-01T00:00:00Z');
});

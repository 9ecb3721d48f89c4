import { recorded, registered, accepted, rowsOf, ID } from './spec/story';
import { timeLimits } from './time-limits';

const rowAfter = (...events: Parameters<typeof recorded>[0]) => {
  const { state: _, ...row } = rowsOf<object & { state: object }>(timeLimits, recorded(events))[ID] ?? { state: {} };
  return row;
};

describe('when the next time limit runs out', () => {
  it('is the first moment after the last day', () =>
    // A month of people's mediation from 2 March 2025: 2 April, a Wednesday.
    expect(rowAfter(registered(), accepted())).toEqual({
      next_lapse_at: '2025-04-03T00:00:00+08:00',
      next_clock: 'people-mediation-month/proceeding-1',
    }));

  it('is never where nothing runs: before acceptance, and once it is recorded', () => {
    expect(rowAfter(registered({ source: 'grid' }))).toEqual({});
    const expired = {
      type: 'TimeLimitExpired',
      data: {
        clock: 'people-mediation-month/proceeding-1',
        rule: 'people-mediation-month',
        effect: 'SOFT_ALERT',
        dueOn: '2025-04-02',
        expiredAt: '2025-04-03T00:00:00+08:00',
      },
    } as const;
    expect(rowAfter(registered(), accepted(), expired)).toEqual({});
  });
});

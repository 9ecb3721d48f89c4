import type { Clock, Occurrence } from './clock';
import { PACK, smallLaw } from './spec/small-law';

const at = (when: string): string => (when.includes('T') ? `${when}:00+08:00` : `${when}T10:00:00+08:00`);
const told = (what: Occurrence['what'], when: string, more: Partial<Occurrence> = {}): Occurrence => ({
  what,
  at: at(when),
  subject: 'proceeding-1',
  rules: PACK,
  ...more,
});
const clocks = (now: string, ...occurrences: readonly Occurrence[]) => smallLaw.clocksOf(occurrences, at(now));
const one = (now: string, ...occurrences: readonly Occurrence[]): Clock => {
  const [clock, ...others] = clocks(now, ...occurrences);
  if (clock === undefined || others.length > 0) throw new Error(`${others.length + (clock ? 1 : 0)} clocks`);
  return clock;
};
const signed = (when: string) => told('papers-signed-for', when);
const paused = (when: string, reason = 'appraisal') => told('paused', when, { subject: 'dispute', reason });
const resumed = (when: string) => told('resumed', when, { subject: 'dispute' });
const ended = (when: string) => told('mediation-ended', when);
const extended = (when: string, clock = 'fifteen-days/proceeding-1') =>
  told('extended', when, { subject: 'dispute', clock });

describe('a clock', () => {
  it('says everything of itself', () => {
    // 3 March 2025 is a Monday; the fifteenth day after it is Tuesday 18 March.
    expect(clocks('2025-03-10', signed('2025-03-03T09:30'))).toStrictEqual([
      {
        id: 'fifteen-days/proceeding-1',
        rule: 'fifteen-days',
        subject: 'proceeding-1',
        titleZh: '试验规则',
        titleEn: 'A rule for a test',
        source: '试验法',
        article: '第一条',
        certainty: 'statute',
        pack: PACK,
        startedAt: '2025-03-03T09:30:00+08:00',
        startsOn: '2025-03-03',
        expiry: 'SOFT_ALERT',
        dueOn: '2025-03-18',
        provisional: false,
        pauses: [],
        extensions: [],
        state: 'running',
        remaining: { days: 8, workingDays: 6 },
      },
    ]);
  });

  it('is not started by what no rule waits for, nor in a situation that its rule excepts', () => {
    expect(clocks('2025-03-10', told('first-requested', '2025-03-03'))).toStrictEqual([]);
    expect(
      clocks('2025-03-10', told('accepted', '2025-03-03', { tags: ['body:medical'] })).map(({ rule }) => rule),
    ).toStrictEqual(['thirty-working-days']);
    expect(clocks('2025-03-10', told('accepted', '2025-03-03')).map(({ rule }) => rule)).toStrictEqual(['month']);
  });

  it('ends with what happened on the day it began, whichever was entered with the earlier hour', () => {
    const clock = one('2025-03-10', signed('2025-03-03T12:00'), ended('2025-03-03T09:00'));
    expect([clock.state, clock.endedAt]).toStrictEqual(['met', '2025-03-03T09:00:00+08:00']);
    expect(one('2025-03-10', signed('2025-03-03T12:00'), ended('2025-03-02T23:59')).state).toBe('running');
  });

  it('starts on the day in Shanghai', () => {
    expect(one('2025-03-10', { ...signed('2025-03-03'), at: '2025-03-02T16:30:00Z' }).startsOn).toBe('2025-03-03');
  });

  it('rolls to the first working day, and says from where', () => {
    // The fifteenth day after 18 September 2026 is Saturday 3 October, in the holiday of 1–7 October.
    expect(one('2026-09-18', signed('2026-09-18'))).toMatchObject({ dueOn: '2026-10-08', rollsFrom: '2026-10-03' });
    expect(one('2026-02-13', told('confirmation-filed', '2026-02-13'))).toMatchObject({ dueOn: '2026-02-16' });
    expect(one('2026-02-13', told('confirmation-filed', '2026-02-13'))).not.toHaveProperty('rollsFrom');
  });

  it('is provisional in a year whose holidays are not published', () => {
    expect(one('2026-12-20', signed('2026-12-17'))).toMatchObject({
      dueOn: '2027-01-04',
      rollsFrom: '2027-01-01',
      provisional: true,
    });
    expect(one('2026-12-20', signed('2026-12-16'))).toMatchObject({ dueOn: '2026-12-31', provisional: false });
  });

  it('takes the earlier of two limits', () => {
    // From a Monday both end on the next one.
    expect(one('2025-03-10', told('aid-applied', '2025-03-10')).dueOn).toBe('2025-03-17');
    // Over a make-up Sunday (28 September 2025) the five working days end on Monday 29, the seven days on Tuesday 30.
    expect(one('2025-09-23', told('aid-applied', '2025-09-23')).dueOn).toBe('2025-09-29');
    // Over the National Day of 2025 the seven days end on 6 October and roll to the 9th, before the five working days are over.
    expect(one('2025-09-29', told('aid-applied', '2025-09-29'))).toMatchObject({
      dueOn: '2025-10-09',
      rollsFrom: '2025-10-06',
    });
  });

  it('has another length in another situation', () => {
    const passedOn = (tags: readonly string[]) =>
      one('2025-03-10', told('transfer-passed-on', '2025-03-10', { tags })).dueOn;
    expect(passedOn([])).toBe('2025-03-17');
    expect(passedOn(['matter:complex-case', 'type:labour'])).toBe('2025-03-24');
  });

  it('ends on the day that was set, where that is allowed, and does not move it', () => {
    const offered = told('handoff-offered', '2025-03-10', { until: '2025-03-15' });
    expect(one('2025-03-10', offered)).toMatchObject({ dueOn: '2025-03-15', provisional: false });
    expect(one('2025-03-10', told('papers-signed-for', '2025-03-10', { until: '2025-03-12' })).dueOn).toBe(
      '2025-03-25',
    );
  });
});

describe('hours', () => {
  const received = told('petition-received', '2025-09-30T16:20');

  it('count from the moment, over any holiday', () => {
    expect(one('2025-09-30T18:00', received)).toMatchObject({
      dueOn: '2025-10-01',
      dueAt: '2025-10-01T16:20:00+08:00',
      state: 'running',
    });
    expect(one('2025-10-01T16:20', received).state).toBe('running');
    expect(one('2025-10-01T16:21', received).state).toBe('due');
    expect(one('2025-10-01T20:00', received, told('petition-routed', '2025-10-01T16:21')).state).toBe('met-late');
  });

  it('stand still to the minute, and are extended by hours', () => {
    const history = [received, paused('2025-10-01T10:00'), resumed('2025-10-02T11:30')];
    expect(one('2025-10-02T12:00', ...history).dueAt).toBe('2025-10-02T17:50:00+08:00');
    expect(one('2025-10-02T12:00', ...history, extended('2025-10-02T12:00', 'hours/proceeding-1'))).toMatchObject({
      dueAt: '2025-10-03T05:50:00+08:00',
      extensions: [{ on: '2025-10-02', unit: 'hour', length: 12 }],
    });
  });
});

describe('its state', () => {
  it.each([
    ['on its last day', '2025-03-18T23:59', 'running', { days: 0, workingDays: 0 }],
    ['the day after', '2025-03-19T00:00', 'due', { days: -1, workingDays: -1 }],
    ['a week later', '2025-03-25', 'due', { days: -7, workingDays: -5 }],
  ])('%s', (_, now, state, remaining) => {
    expect(one(now, signed('2025-03-03'))).toMatchObject({ state, remaining });
  });

  it.each([
    ['on its last day', '2025-03-18T23:59', 'met'],
    ['after it', '2025-03-19T00:00', 'met-late'],
    ['at the very moment it started', '2025-03-03', 'met'],
  ])('ended %s', (_, end, state) => {
    const clock = one('2025-04-01', signed('2025-03-03'), ended(end));
    expect(clock).toMatchObject({ state, endedAt: at(end) });
    expect(clock).not.toHaveProperty('remaining');
  });

  it('is not ended by what came before it, or by another subject', () => {
    const elsewhere = told('mediation-ended', '2025-03-05', { subject: 'proceeding-2' });
    expect(one('2025-03-10', signed('2025-03-03'), ended('2025-03-02'), elsewhere).state).toBe('running');
  });

  it('is ended by what ends the whole dispute, and a clock of the dispute by any subject', () => {
    const whole = told('mediation-ended', '2025-03-05', { subject: 'dispute' });
    expect(one('2025-03-10', signed('2025-03-03'), whole).state).toBe('met');
    expect(one('2025-03-10', { ...signed('2025-03-03'), subject: 'dispute' }, ended('2025-03-05')).state).toBe('met');
  });

  it('is expired once that is recorded', () => {
    const expired = told('expired', '2025-03-19T00:05', { subject: 'dispute', clock: 'fifteen-days/proceeding-1' });
    expect(one('2025-04-01', signed('2025-03-03'), expired, ended('2025-03-19T00:05'))).toMatchObject({
      state: 'expired',
      endedAt: at('2025-03-19T00:05'),
      dueOn: '2025-03-18',
    });
    expect(one('2025-04-01', signed('2025-03-03'), { ...expired, clock: 'month/proceeding-1' }).state).toBe('due');
  });
});

describe('a pause', () => {
  it('does not count the day it begins, nor those up to the day before it goes on', () => {
    // Signed on 3 March: fifteen days are 4–18 March. The 6th to the 9th stand still, so four days more: 22 March, a Saturday.
    const clock = one('2025-03-20', signed('2025-03-03'), paused('2025-03-06'), resumed('2025-03-10'));
    expect(clock).toMatchObject({
      dueOn: '2025-03-24',
      rollsFrom: '2025-03-22',
      pauses: [{ reason: 'appraisal', from: '2025-03-06', to: '2025-03-10' }],
      state: 'running',
    });
  });

  it('that ends on the day it began changes nothing', () => {
    const clock = one('2025-03-10', signed('2025-03-03'), paused('2025-03-06T09:00'), resumed('2025-03-06T17:00'));
    expect(clock.dueOn).toBe('2025-03-18');
  });

  it('that ends at the moment it began is over', () => {
    const clock = one('2025-03-20', signed('2025-03-03'), resumed('2025-03-06'), paused('2025-03-06'));
    expect(clock).toMatchObject({ dueOn: '2025-03-18', state: 'due' });
  });

  it('stands while nothing ends it: as if it went on today', () => {
    const history = [signed('2025-03-03'), paused('2025-03-06')];
    expect(one('2025-03-06', ...history)).toMatchObject({ state: 'paused', dueOn: '2025-03-18' });
    expect(one('2025-03-20', ...history)).toMatchObject({
      state: 'paused',
      dueOn: '2025-04-01',
      remaining: { days: 12, workingDays: 8 },
      pauses: [{ reason: 'appraisal', from: '2025-03-06' }],
    });
  });

  it('for a reason that the rule does not know lets it run', () => {
    const clock = one('2025-03-20', signed('2025-03-03'), paused('2025-03-06', 'other'), resumed('2025-03-10'));
    expect(clock).toMatchObject({ dueOn: '2025-03-18', pauses: [], state: 'due' });
  });

  it('of another proceeding does not stop it, one of the dispute does', () => {
    const elsewhere = told('paused', '2025-03-06', { subject: 'proceeding-2', reason: 'appraisal' });
    expect(one('2025-03-10', signed('2025-03-03'), elsewhere).state).toBe('running');
  });

  it('after the last day comes too late', () => {
    expect(one('2025-03-25', signed('2025-03-03'), paused('2025-03-19'))).toMatchObject({ state: 'due', pauses: [] });
  });

  it('on the day that the last one would roll to puts it off further', () => {
    // The fifteenth day is Saturday 22 March 2025. Monday the 24th and Tuesday the 25th stand still.
    const clock = one('2025-03-26', signed('2025-03-07'), paused('2025-03-24'), resumed('2025-03-26'));
    expect(clock).toMatchObject({ dueOn: '2025-03-26', rollsFrom: '2025-03-22' });
  });

  it('that stands when the clock ends, ends with it', () => {
    const clock = one('2025-04-30', signed('2025-03-03'), paused('2025-03-06'), ended('2025-03-10'));
    expect(clock).toMatchObject({
      state: 'met',
      dueOn: '2025-03-24',
      pauses: [{ reason: 'appraisal', from: '2025-03-06', to: '2025-03-10' }],
    });
  });

  it('of working days does not count the working days of it', () => {
    // Thirty working days from Monday 3 March 2025 end on 15 April (4 April is off); two stand still.
    const accepted = told('accepted', '2025-03-03', { tags: ['body:medical'] });
    expect(one('2025-03-10', accepted).dueOn).toBe('2025-04-15');
    expect(one('2025-03-20', accepted, paused('2025-03-07'), resumed('2025-03-11')).dueOn).toBe('2025-04-17');
  });
});

describe('an extension', () => {
  it('adds to the last day before it rolls, as often as the rule allows', () => {
    // The fifteenth day after 7 March 2025 is Saturday the 22nd: thirty days more are 21 April, not 23.
    const history = [signed('2025-03-07'), extended('2025-03-20')];
    expect(one('2025-03-20', ...history)).toMatchObject({
      dueOn: '2025-04-21',
      extensions: [{ on: '2025-03-20', unit: 'day', length: 30 }],
    });
    expect(one('2025-03-20', ...history, extended('2025-04-20')).dueOn).toBe('2025-05-21');
    expect(one('2025-03-20', ...history, extended('2025-04-20'), extended('2025-05-20')).dueOn).toBe('2025-05-21');
  });

  it('of another clock, or after the end, adds nothing', () => {
    const other = extended('2025-03-20', 'fifteen-days/proceeding-2');
    expect(one('2025-03-20', signed('2025-03-07'), other).extensions).toStrictEqual([]);
    expect(one('2025-03-20', signed('2025-03-07'), ended('2025-03-10'), extended('2025-03-20')).dueOn).toBe(
      '2025-03-24',
    );
  });
});

describe('several', () => {
  it('are sorted by last day, then by id, and numbered when a rule starts again in a subject', () => {
    const history = [
      told('accepted', '2025-03-03'),
      signed('2025-03-10'),
      ended('2025-03-05'),
      signed('2025-03-03'),
      { ...signed('2025-03-03'), subject: 'proceeding-0' },
    ];
    expect(clocks('2025-03-10', ...history).map(({ id, dueOn, state }) => [id, dueOn, state])).toStrictEqual([
      ['fifteen-days/proceeding-0', '2025-03-18', 'running'],
      ['fifteen-days/proceeding-1', '2025-03-18', 'met'],
      ['fifteen-days/proceeding-1/2', '2025-03-25', 'running'],
      ['month/proceeding-1', '2025-04-03', 'met'],
    ]);
  });

  it('run each by the pack that its trigger was recorded under; of an unknown one, by the country’s of that day', () => {
    const unknown = { ...signed('2025-03-03'), rules: 'cn@1999-01-01+local-7' };
    expect(one('2025-03-10', unknown)).toMatchObject({ pack: PACK, dueOn: '2025-03-18' });
  });
});

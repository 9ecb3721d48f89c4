import type { Clock } from '@mediation/rules';
import type { TimeLimitRefusal } from '../time-limit.refusals';
import { given, type Sent, type Witness } from './given';
import { inMediation } from './histories';
import { plainRules } from './plain-rules';

const CLOCK = 'month/proceeding-1';

export const clock = (change: Partial<Clock> = {}): Clock => ({
  id: CLOCK,
  rule: 'month',
  subject: 'proceeding-1',
  titleZh: '一个月',
  titleEn: 'A month',
  source: '示例',
  article: '第一条',
  certainty: 'statute',
  pack: 'plain@1',
  startedAt: '2025-03-02T12:00:00+08:00',
  startsOn: '2025-03-02',
  dueOn: '2025-04-02',
  provisional: false,
  pauses: [],
  extensions: [],
  state: 'running',
  expiry: 'SOFT_ALERT',
  ...change,
});

export const extension = { unit: 'day', length: 30, count: 1, by: 'parties', article: '第一条' } as const;

/** A pack with one clock, which stands as told. */
export const withClock = (change: Partial<Clock> = {}, extendable = true) => ({
  ...plainRules,
  clocksOf: () => [clock(change)],
  clocks: {
    month: {
      zh: '一个月',
      en: 'A month',
      source: '示例',
      article: '第一条',
      effectiveOn: '2025-01-01',
      certainty: 'statute' as const,
      when: [],
      unless: [],
      trigger: 'accepted' as const,
      unit: 'month' as const,
      length: 1,
      otherwise: [],
      settable: false,
      pauses: [],
      endsOn: ['mediation-ended' as const],
      rolls: true,
      expiry: 'SOFT_ALERT' as const,
      ...(extendable && { extension }),
    },
  },
});

const extend = (...parties: readonly string[]): Sent => ({ type: 'ExtendTimeLimit', data: { clock: CLOCK, parties } });

/** One way to each refusal. */
export const TIME_LIMIT_WITNESSES: { readonly [R in TimeLimitRefusal]: Witness } = {
  'time-limit-unknown': () => given(...inMediation).when(extend('p1', 'p2')),
  'time-limit-over': () =>
    given(...inMediation)
      .under(withClock({ state: 'due' }))
      .when(extend('p1', 'p2')),
  'time-limit-not-extendable': () =>
    given(...inMediation)
      .under(withClock({}, false))
      .when(extend('p1', 'p2')),
  'extension-needs-parties': () =>
    given(...inMediation)
      .under(withClock())
      .when(extend('p1')),
};

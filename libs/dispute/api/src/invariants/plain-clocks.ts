import type { Clock, ClockRule, Occurrence } from '@mediation/rules';

const SOURCE = { source: '示例', article: '—', certainty: 'local-policy' } as const;

/** May be extended once by all parties. */
const MONTH: ClockRule = {
  ...SOURCE,
  zh: '一个月',
  en: 'A month',
  effectiveOn: '2025-01-01',
  when: [],
  unless: [],
  trigger: 'accepted',
  unit: 'month',
  length: 1,
  otherwise: [],
  settable: false,
  pauses: [],
  extension: { unit: 'day', length: 30, count: 1, by: 'parties', article: '—' },
  endsOn: ['mediation-ended'],
  rolls: true,
  expiry: 'SOFT_ALERT',
};

export const PLAIN_CLOCKS: Readonly<Record<string, ClockRule>> = { month: MONTH };

const clock = (change: Pick<Clock, 'id' | 'rule' | 'subject' | 'state' | 'expiry'> & Partial<Clock>): Clock => ({
  ...SOURCE,
  titleZh: '示例',
  titleEn: 'Example',
  pack: 'plain@1',
  startedAt: '2025-03-01T00:00:00Z',
  startsOn: '2025-03-01',
  dueOn: '2025-03-31',
  provisional: false,
  pauses: [],
  extensions: [],
  ...change,
});

/** Each proceeding has a month that runs, and a limit that has run out as soon as it begins: failure, unless that is recorded. */
export const plainClocksOf = (occurrences: readonly Occurrence[]): readonly Clock[] =>
  occurrences
    .filter(({ what }) => what === 'accepted')
    .flatMap(({ subject }) => {
      const [month, over] = [`month/${subject}`, `over/${subject}`];
      const told = (what: Occurrence['what'], id: string) =>
        occurrences.filter((each) => each.what === what && each.clock === id);
      const extensions = told('extended', month).map(() => ({ on: '2025-03-02', unit: 'day', length: 30 }));
      const [lapse] = told('expired', over);
      return [
        clock({ id: month, rule: 'month', subject, state: 'running', expiry: 'SOFT_ALERT', extensions }),
        clock({
          id: over,
          rule: 'over',
          subject,
          state: lapse ? 'expired' : 'due',
          expiry: 'DEEMED_FAILED',
          ...(lapse && { endedAt: lapse.at }),
        }),
      ];
    });

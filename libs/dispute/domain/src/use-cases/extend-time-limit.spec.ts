import { CENTER } from '../spec/bodies';
import { given, NOON, type Sent } from '../spec/given';
import { event, inMediation, settled, TODAY } from '../spec/histories';
import { clock, extension, withClock } from '../spec/time-limit.witnesses';
import type { DisputeRules } from '../use-case';

const extend = (...parties: readonly string[]): Sent => ({
  type: 'ExtendTimeLimit',
  data: { clock: clock().id, parties },
});
const extended = event('TimeLimitExtended', {
  clock: clock().id,
  rule: 'month',
  unit: 'day',
  length: 30,
  parties: ['p1', 'p2'],
  extendedOn: TODAY,
});

describe('extending a time limit', () => {
  it('adds what the rule allows, by agreement of all parties', () =>
    given(...inMediation)
      .under(withClock())
      .when(extend('p1', 'p2'))
      .then(extended));

  it('may be done while an appraisal stops the clock', () =>
    given(...inMediation)
      .under(withClock({ state: 'paused' }))
      .when(extend('p1', 'p2'))
      .then(extended));

  it('was done in time, though it is entered when the last day has passed', () => {
    const untilApril: DisputeRules['clocksOf'] = (_, now) => [clock({ state: now < '2025-04-03' ? 'running' : 'due' })];
    const told = given(...inMediation).under({ ...withClock(), clocksOf: untilApril });
    told.at(NOON, '2025-04-20T09:00:00+08:00').when(extend('p1', 'p2')).then(extended);
    told.at('2025-04-20T09:00:00+08:00').when(extend('p1', 'p2')).refused('time-limit-over');
  });

  it('is done as often as the rule says, and no further', () =>
    given(...inMediation)
      .under(withClock({ extensions: [{ on: TODAY, unit: 'day', length: 30 }] }))
      .when(extend('p1', 'p2'))
      .refused('time-limit-not-extendable'));

  it('needs nobody’s word where an authority extends', () => {
    const rules = withClock();
    const byAuthority = { ...rules.clocks.month, extension: { ...extension, by: 'authority' as const } };
    given(...inMediation)
      .under({ ...rules, clocks: { month: byAuthority } })
      .when(extend())
      .then({ ...extended, data: { ...extended.data, parties: [] } });
  });

  it('names known parties, by the responsible body, of an open dispute', () => {
    given(...inMediation)
      .under(withClock())
      .when(extend('p1', 'p9'))
      .refused('party-unknown');
    given(...inMediation)
      .by(CENTER)
      .under(withClock())
      .when(extend('p1', 'p2'))
      .refused('not-the-responsible-body');
    given(...settled)
      .under(withClock())
      .when(extend('p1', 'p2'))
      .refused('dispute-closed');
  });

  it.each(['due', 'met', 'met-late', 'expired'] as const)('comes too late for a clock that is %s', (state) =>
    given(...inMediation)
      .under(withClock({ state }))
      .when(extend('p1', 'p2'))
      .refused('time-limit-over'),
  );
});

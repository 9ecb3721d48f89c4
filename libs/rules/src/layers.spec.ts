import fc from 'fast-check';
import { layerIdOf, layerSet, merged, overlaid } from './layers';
import type { RulePack } from './pack';
import { rulePacksOver } from './rule-pack';
import { layerSchema, type Layer } from './rule-pack.schema';
import { SMALL_LAW } from './spec/small-law';

const base = layerSchema.parse(SMALL_LAW);
const { month } = SMALL_LAW.clocks;
const layer = (jurisdiction: string, effectiveOn: string, more: object = {}): Layer =>
  layerSchema.parse({ jurisdiction, effectiveOn, ...more });

describe('layers', () => {
  it('are named by place, date and revision', () => {
    expect(layerIdOf(base)).toBe('cn@2022-05-01');
    expect(layerIdOf(layer('cn-3704', '2026-01-01', { revision: 2 }))).toBe('cn-3704@2026-01-01.r2');
  });

  it('have one id each', () => {
    expect(() => layerSet([base, base])).toThrow('two rule layers have the same id');
  });

  it.each([
    ['is not there', layer('cn', '2026-01-01', { extends: 'cn@2025-01-01' })],
    ['is of another place', layer('cn-37', '2026-01-01', { extends: 'cn@2022-05-01' })],
    ['is itself', layer('cn', '2026-01-01', { extends: 'cn@2026-01-01' })],
    ['is later', layer('cn', '2020-01-01', { extends: 'cn@2022-05-01' })],
  ])('cannot continue one that %s', (_, wrong) => {
    expect(() => layerSet([base, wrong])).toThrow(/does not continue an earlier one of its place/);
  });

  it('continue from the oldest on, and the newest is that of the highest date, then revision', () => {
    const first = layer('cn', '2024-01-01', { extends: 'cn@2022-05-01' });
    const corrected = layer('cn', '2024-01-01', { revision: 2, extends: 'cn@2024-01-01' });
    const set = layerSet([corrected, first, base]);
    expect(set.continued('cn@2024-01-01.r2').map(layerIdOf)).toStrictEqual([
      'cn@2022-05-01',
      'cn@2024-01-01',
      'cn@2024-01-01.r2',
    ]);
    const newest = (date: string) => {
      const found = set.newest('cn', date);
      return found && layerIdOf(found);
    };
    expect(['2022-04-30', '2022-05-01', '2023-12-31', '2024-01-01'].map(newest)).toStrictEqual([
      undefined,
      'cn@2022-05-01',
      'cn@2022-05-01',
      'cn@2024-01-01.r2',
    ]);
  });

  it('say the last word by id, and take away what they name as null', () => {
    const later = layer('cn', '2024-01-01', { clocks: { month: null, zulu: { ...month, length: 2 }, hours: month } });
    expect(Object.keys(merged([base, later], 'clocks'))).toStrictEqual([
      'complex',
      'fifteen-days',
      'hours',
      'reply',
      'thirty-working-days',
      'two-limits',
      'unrolled',
      'zulu',
    ]);
    expect(merged([base, later], 'clocks')['hours']).toStrictEqual(merged([base], 'clocks')['month']);
    expect(overlaid([base, later], 'clocks')['month']).toBeNull();
  });
});

describe('a pack', () => {
  const packs = rulePacksOver(
    layerSet([
      base,
      layer('cn', '2025-01-01', { extends: 'cn@2022-05-01', clocks: { month: { ...month, length: 2 } } }),
      layer('cn-37', '2022-05-01', { clocks: { month: null } }),
      layer('cn-3704', '2025-06-01', { clocks: { month: { ...month, length: 3 } } }),
      layer('cn-370402', '2025-06-01', { bounceLimit: { ...SMALL_LAW.bounceLimit, count: 3 } }),
    ]),
  );

  it.each([
    ['2024-12-31', undefined, 'cn@2022-05-01'],
    ['2025-01-01', undefined, 'cn@2025-01-01'],
    ['2025-01-01', '44', 'cn@2025-01-01'],
    ['2025-01-01', '37', 'cn@2025-01-01+cn-37@2022-05-01'],
    ['2025-05-31', '370402102', 'cn@2025-01-01+cn-37@2022-05-01'],
    ['2025-06-01', '3704', 'cn@2025-01-01+cn-37@2022-05-01+cn-3704@2025-06-01'],
    ['2025-06-01', '370402102001', 'cn@2025-01-01+cn-37@2022-05-01+cn-3704@2025-06-01+cn-370402@2025-06-01'],
    // What the oldest layers say is the nearest we know of the time before them.
    ['2019-01-01', '370402', 'cn@2022-05-01+cn-37@2022-05-01'],
  ])('on %s in %s is %s', (date, division, id) => {
    expect(packs.rulePackFor(date, division).id).toBe(id);
    expect(packs.rulePackById(id)).toBe(packs.rulePackFor(date, division));
  });

  it('of a more special place goes before the general one', () => {
    const monthOf = (division?: string) => packs.rulePackFor('2025-06-01', division).clocks['month']?.length;
    expect([monthOf(), monthOf('37'), monthOf('3704')]).toStrictEqual([2, undefined, 3]);
    expect(packs.rulePackFor('2025-06-01', '3704').bounceLimit).toBe(2);
    expect(packs.rulePackFor('2025-06-01', '370402').bounceLimit).toBe(3);
  });

  it.each(['cn@2021-01-01', 'cn-37@2022-05-01', 'cn@2025-01-01+cn@2022-05-01', 'cn@2025-01-01+cn-44@2022-05-01', ''])(
    'that there is not is refused: %s',
    (id) => {
      expect(() => packs.rulePackById(id)).toThrow(expect.objectContaining({ code: 'unknown-rule-pack' }));
    },
  );

  it('is listed when some date and place has it', () => {
    expect(packs.packIds()).toStrictEqual([
      'cn@2022-05-01',
      'cn@2022-05-01+cn-37@2022-05-01',
      'cn@2025-01-01',
      'cn@2025-01-01+cn-37@2022-05-01',
      'cn@2025-01-01+cn-37@2022-05-01+cn-3704@2025-06-01',
      'cn@2025-01-01+cn-37@2022-05-01+cn-3704@2025-06-01+cn-370402@2025-06-01',
    ]);
  });
});

interface Grown {
  readonly place: string;
  readonly year: number;
  readonly revision: boolean;
  readonly continues: boolean;
  readonly length: number | null;
  readonly gate: string;
}

const PLACES = ['cn', 'cn-37', 'cn-3704', 'cn-370402', 'cn-44'];
const grown: fc.Arbitrary<Grown> = fc.record({
  place: fc.constantFrom(...PLACES),
  year: fc.integer({ min: 2023, max: 2030 }),
  revision: fc.boolean(),
  continues: fc.boolean(),
  length: fc.option(fc.integer({ min: 1, max: 90 })),
  gate: fc.constantFrom('first', 'second', 'third'),
});

const GATE = {
  zh: '不得受理',
  en: 'Not to be accepted',
  source: '试验法',
  article: '第二条',
  effectiveOn: '2022-05-01',
};

const layerOf = ({ place, year, revision, continues, length, gate }: Grown, own: Layer | undefined): Layer =>
  layer(place, `${year}-01-01`, {
    ...(revision && { revision: 2 }),
    // A country whose newest layer says nothing of the oldest has no bounce limit.
    ...((continues || place === 'cn') && own && { extends: layerIdOf(own) }),
    clocks: { month: length === null ? null : { ...month, length } },
    gates: { [gate]: { ...GATE, certainty: 'statute', act: 'accept', when: continues ? ['fact:party-refused'] : [] } },
  });

/** Adds each layer that may come after those of its place before it. */
const grow = (before: readonly Layer[], wanted: readonly Grown[]): readonly Layer[] =>
  wanted.reduce((all: readonly Layer[], each) => {
    const own = layerSet(all).newest(each.place, `${each.year}-01-01`);
    const next = layerOf(each, own);
    const isLater =
      own === undefined || own.effectiveOn < next.effectiveOn || (own.revision ?? 1) < (next.revision ?? 1);
    return isLater ? [...all, next] : all;
  }, before);

const said = ({ clocks, gates, bounceLimit, gate, clocksOf, id }: RulePack) => ({
  clocks,
  gates,
  bounceLimit,
  barred: gate('accept', ['fact:party-refused']),
  running: clocksOf([{ what: 'accepted', at: '2025-03-03T10:00:00+08:00', subject: 'p', rules: id }], '2025-03-03'),
});

it('is the same for ever, whatever layers are added later', () => {
  fc.assert(
    fc.property(fc.array(grown, { maxLength: 8 }), fc.array(grown, { minLength: 1, maxLength: 8 }), (before, after) => {
      const old = grow([base], before);
      const [then, now] = [rulePacksOver(layerSet(old)), rulePacksOver(layerSet([...grow(old, after)].reverse()))];
      for (const id of then.packIds()) expect(said(now.rulePackById(id))).toStrictEqual(said(then.rulePackById(id)));
    }),
    { numRuns: 500 },
  );
});

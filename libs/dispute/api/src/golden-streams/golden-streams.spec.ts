import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LAYERS,
  layerIdOf,
  layerSet,
  rulePackById,
  rulePackFor,
  rulePacksOver,
  clocksOf,
  type Layer,
} from '@mediation/rules';
import { play, readClocks, type GoldenStream } from './play.fixture';

const streams = readdirSync(__dirname)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as GoldenStream] as const);

/** Every limit three times as long, and nothing forbidden: a correction of every layer there is. */
const corrected = (layer: Layer): Layer => ({
  ...layer,
  revision: (layer.revision ?? 1) + 1,
  extends: layerIdOf(layer),
  clocks: Object.fromEntries(
    Object.entries(layer.clocks).map(([id, rule]) => [id, rule && { ...rule, length: rule.length * 3 }]),
  ),
  gates: Object.fromEntries(Object.keys(layer.gates).map((id) => [id, null])),
});
const later = rulePacksOver(layerSet([...LAYERS.all, ...LAYERS.all.map(corrected)]));

describe.each(streams)('the golden stream %s', (_, { steps, clocks }) => {
  const recorded = steps.map(({ decided }) => decided);

  it('is decided as on the day, under the packs it names', () => {
    expect(play(steps, ({ decided }) => rulePackById(decided?.rules ?? '')).decided).toStrictEqual(recorded);
  });

  it('was decided under the pack in force there and then', () => {
    const inForce = steps.map(({ at, by }) => rulePackFor(at.slice(0, 10), by.split('-', 1)[0]).id);
    expect(recorded.map(({ rules }) => rules)).toStrictEqual(inForce);
  });

  const read = (packs: Parameters<typeof readClocks>[2]) =>
    clocks.map(({ on }) => ({ on, read: readClocks(steps, on, packs) }));

  it('runs the same clocks', () => expect(read({ rulePackById, clocksOf })).toStrictEqual(clocks));

  it('is decided and reckoned the same once newer packs have come, though they would decide otherwise', () => {
    const again = play(steps, ({ decided }) => later.rulePackById(decided?.rules ?? ''));
    expect(again.decided).toStrictEqual(recorded);
    expect(read(later)).toStrictEqual(clocks);
    const anew = play(steps, ({ at, by }) => later.rulePackFor(at.slice(0, 10), by.split('-', 1)[0]));
    expect(anew.decided).not.toStrictEqual(recorded);
  });
});

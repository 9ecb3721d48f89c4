import { dateInShanghai, type PlainDate } from '@mediation/kernel';
import type { Occurrence } from './clock';
import { clocksWith } from './clocks-of';
import { inForce, layerIdOf, LAYERS, type LayerSet } from './layers';
import { packOfLayers } from './make-pack';
import type { RulePack } from './pack';
import type { Layer } from './rule-pack.schema';

/** A pack's id that names a layer there is not, or layers of places that do not lie in one another. */
export class UnknownRulePack extends Error {
  readonly code = 'unknown-rule-pack';
}

export interface RulePacks {
  /** The rules in force on a date, in the country or in a division of it. */
  rulePackFor(date: PlainDate, division?: string): RulePack;
  /** The pack of that id, whatever layers were added since. @throws UnknownRulePack */
  rulePackById(id: string): RulePack;
  /** Each clock by the pack that its trigger was recorded under. */
  readonly clocksOf: RulePack['clocksOf'];
  /** Every pack that some date and place has, oldest first. */
  packIds(): readonly string[];
}

/** `cn` → `cn-37` → `cn-3704` → `cn-370402`. */
const chainOf = (division: string | undefined): readonly string[] =>
  division === undefined
    ? ['cn']
    : [
        'cn',
        ...[2, 4, 6].filter((digits) => digits <= division.length).map((digits) => `cn-${division.slice(0, digits)}`),
      ];

const placeOf = (layerId: string): string => layerId.split('@', 1)[0] ?? layerId;
const liesIn = (inner: string, outer: string): boolean => outer === 'cn' || inner.startsWith(outer);
const isChain = (places: readonly string[]): boolean =>
  places[0] === 'cn' &&
  places.every((place, i) => i === 0 || (place !== places[i - 1] && liesIn(place, places[i - 1] ?? '')));

const idFor = (layers: LayerSet, date: PlainDate, chain: readonly string[]): string =>
  chain
    .map((jurisdiction) => layers.newest(jurisdiction, inForce(layers, date)))
    .filter((layer): layer is Layer => layer !== undefined)
    .map(layerIdOf)
    .join('+');

const idsIn = (layers: LayerSet): readonly string[] => {
  const dates = [...new Set(layers.all.map(({ effectiveOn }) => effectiveOn))];
  const places = [...new Set(layers.all.map(({ jurisdiction }) => jurisdiction))].sort();
  const chains = places.map((place) => (place === 'cn' ? undefined : place.slice('cn-'.length))).map(chainOf);
  return [...new Set(dates.flatMap((date) => chains.map((chain) => idFor(layers, date, chain))))];
};

export const rulePacksOver = (layers: LayerSet): RulePacks => {
  const made = new Map<string, RulePack>();

  const makePack = (id: string): RulePack => {
    const own = id.split('+');
    if (!own.every((layer) => layers.has(layer)) || !isChain(own.map(placeOf)))
      throw new UnknownRulePack(`no rule pack ${id}`);
    return {
      ...packOfLayers(
        id,
        own.flatMap((layer) => layers.continued(layer)),
      ),
      clocksOf: (...asked) => clocksOf(...asked),
    };
  };

  const rulePackById = (id: string): RulePack => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const pack = makePack(id);
    made.set(id, pack);
    return pack;
  };

  const rulePackFor = (date: PlainDate, division?: string): RulePack =>
    rulePackById(idFor(layers, date, chainOf(division)));

  /**
   * The pack a trigger was recorded under. One that this program does not know, because another version wrote it, is read as the country's
   * pack of that day: a clock by the nearest law is of more use than none.
   */
  const packOf = ({ rules, at }: Occurrence): RulePack => {
    try {
      return rulePackById(rules);
    } catch (error) {
      if (error instanceof UnknownRulePack) return rulePackFor(dateInShanghai(at));
      throw error;
    }
  };

  const clocksOf = clocksWith(packOf);

  return { rulePackFor, rulePackById, clocksOf, packIds: () => idsIn(layers) };
};

export const { rulePackFor, rulePackById, clocksOf, packIds } = rulePacksOver(LAYERS);

import { layers, type ClockRule, type Layer, type ReleasableLayer } from '@mediation/rules';
import { join } from 'node:path';
import { statementsOf, type Book } from '../book';
import { openBook } from '../open-book';

export const ROOT = join(__dirname, '..', '..', '..', '..');

export const realBook = (): Book => openBook(ROOT);

/** The real layers with one of them put otherwise, or one more. */
export const bookWith = (...changed: readonly ReleasableLayer[]): Book => {
  const kept = layers().filter(({ id }) => !changed.some((each) => each.id === id));
  const all = [...kept, ...changed];
  return { ...realBook(), layers: all, statements: statementsOf(all) };
};

export const realLayer = (id: string): Layer => {
  const found = layers().find((each) => each.id === id);
  if (found === undefined) throw new Error(`no layer ${id}`);
  return found.layer;
};

export const realClock = (layer: string, id: string): ClockRule => {
  const clock = realLayer(layer).clocks[id];
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
};

/** A layer of one place on its own, which says only what is given. */
export const layerOf = (id: string, says: Partial<Layer>): ReleasableLayer => {
  const [jurisdiction = '', effectiveOn = ''] = id.split('@');
  return {
    id,
    layer: {
      jurisdiction,
      effectiveOn,
      clocks: {},
      gates: {},
      materials: {},
      listed: {},
      subsidies: {},
      holidays: {},
      ...says,
    },
  };
};

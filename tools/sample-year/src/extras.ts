import type { Extras } from './cast';
import { FIGURES, MASS_PETITIONS } from './figures';
import type { Random } from './random';
import type { Slot } from './storyline';

const SMALLEST_CROWD = 8;

/** So many crowds of different sizes that together have exactly so many people. */
export const crowds = (random: Random, { cases, people }: { cases: number; people: number }): readonly number[] => {
  const weights = Array.from({ length: cases }, () => random.int(1, 10) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = people - cases * SMALLEST_CROWD;
  const sizes = weights.map((weight) => SMALLEST_CROWD + Math.floor((spare * weight) / total));
  const missing = people - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, index) => (index < missing ? size + 1 : size));
};

/** Which dispute, by its place in the list, is a mass incident or has a risk that is averted. */
export const dealExtras = (random: Random, slots: readonly Slot[]): ReadonlyMap<number, Extras> => {
  const places = (extras: Slot['storyline']['extras']): readonly number[] =>
    slots.flatMap((slot, index) => (slot.storyline.extras === extras ? [index] : []));
  const sizes = crowds(random, FIGURES.massIncidents);
  const incidents = [...places('incident-each'), ...random.shuffled(places('some'))];
  const dealt = new Map<number, Extras>();
  incidents.slice(0, sizes.length).forEach((place, index) => {
    const incidentPeople = sizes[index] ?? SMALLEST_CROWD;
    const mediated = slots[place]?.storyline.mediated === true;
    const isMassPetition = mediated && sizes.length - index <= MASS_PETITIONS;
    dealt.set(place, { incidentPeople, ...(isMassPetition && { averted: 'mass-petition' }) });
  });
  const rest = incidents.slice(sizes.length);
  const petitions = FIGURES.petitionsAvoided - MASS_PETITIONS;
  rest.slice(0, petitions).forEach((place) => dealt.set(place, { averted: 'petition' }));
  rest
    .slice(petitions, petitions + FIGURES.civilToCriminalPrevented)
    .forEach((place) => dealt.set(place, { averted: 'civil-to-criminal' }));
  return dealt;
};

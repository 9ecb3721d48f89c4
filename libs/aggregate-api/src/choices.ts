import type { Choice } from './offered-actions.schema';
import type { Words } from './aggregate-calls';
import type { Asked, Value } from './probe';

type Chosen = Asked<string>['chosen'];

const valuesOf = (chosen: Chosen, field: string): readonly Value[] => {
  const value = chosen[field];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
};

const distinct = (fits: readonly Chosen[], field: string): readonly Value[] => [
  ...new Set(fits.flatMap((chosen) => valuesOf(chosen, field))),
];

/** With which values of another field each value of this one goes. */
const together = (fits: readonly Chosen[], field: string, other: string): ReadonlyMap<Value, ReadonlySet<Value>> => {
  const found = new Map<Value, Set<Value>>();
  for (const chosen of fits)
    for (const value of valuesOf(chosen, field)) {
      const companions = found.get(value) ?? new Set();
      for (const each of valuesOf(chosen, other)) companions.add(each);
      found.set(value, companions);
    }
  return found;
};

/** What each value of a field goes with, of the fields before it, where that is not all there is. */
const limitsOf = (fits: readonly Chosen[], field: string, before: readonly string[]) => {
  const limits = before.map((other) => ({
    other,
    all: distinct(fits, other).length,
    companions: together(fits, field, other),
  }));
  return (value: Value): Choice['with'] => {
    const limited = limits.flatMap(({ other, all, companions }) => {
      const some = companions.get(value) ?? new Set<Value>();
      return some.size < all ? [[other, [...some]] as [string, Value[]]] : [];
    });
    return limited.length === 0 ? undefined : Object.fromEntries(limited);
  };
};

/** The fields that candidates choose, in their order. */
export const fieldsChosen = (fits: readonly Chosen[], except: readonly string[]): readonly string[] =>
  [...new Set(fits.flatMap((chosen) => Object.keys(chosen)))].filter((field) => !except.includes(field));

/** What there is to choose from: the values with which the decision let some candidate pass. */
export const choicesOf = (
  fits: readonly Chosen[],
  fields: readonly string[],
  labelOf: (field: string, value: Value) => Words,
): Record<string, Choice[]> =>
  Object.fromEntries(
    fields.map((field, index) => {
      const limits = limitsOf(fits, field, fields.slice(0, index));
      const choices = distinct(fits, field).map((value): Choice => {
        const limited = limits(value);
        return { value, ...labelOf(field, value), ...(limited && { with: limited }) };
      });
      return [field, choices];
    }),
  );

/** Fields that no candidate could do without. */
export const fieldsNeeded = (fits: readonly Chosen[], fields: readonly string[]): readonly string[] =>
  fields.filter((field) => fits.every((chosen) => Object.hasOwn(chosen, field)));

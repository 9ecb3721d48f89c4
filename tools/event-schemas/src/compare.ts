import type { Json, JsonObject } from '@mediation/kernel';
import { fingerprint, isObject } from './shape';

/**
 * `narrower`: a message that was right no longer is. `wider`: a message is right now that was not, and whoever relied on
 * the schema is surprised. `other`: one or both; what is not understood counts as the worst.
 */
export type Effect = 'narrower' | 'wider' | 'other';

export interface Difference {
  /** The field, e.g. `personal.*.phone`; `[]` is an array's item, `*` any other key, `(1)` a choice. */
  readonly at: string;
  readonly what: string;
  readonly effect: Effect;
}

type Compare = (before: JsonObject, after: JsonObject, at: string) => readonly Difference[];
type Words = readonly Json[];

const below = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);
const wordsOf = (value: Json | undefined): Words => (Array.isArray(value) ? (value as Words) : []);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const same = (one: Json | undefined, other: Json | undefined): boolean =>
  fingerprint({ value: one }) === fingerprint({ value: other });

/** Absent, `true` and `{}` all say that anything may be there. */
const isOpen = (rest: Json | undefined): boolean =>
  rest === undefined || rest === true || (isObject(rest) && Object.keys(rest).length === 0);

const added = (at: string, required: boolean, into: JsonObject): readonly Difference[] => {
  if (required) return [{ at, what: 'a new required field', effect: 'other' }];
  // An open object was published as one that fields may be added to.
  return isOpen(into['additionalProperties']) ? [] : [{ at, what: 'a new optional field', effect: 'wider' }];
};

const requirement = (at: string, before: boolean, after: boolean): readonly Difference[] => {
  if (before === after) return [];
  return after
    ? [{ at, what: 'is required now', effect: 'narrower' }]
    : [{ at, what: 'is optional now', effect: 'wider' }];
};

const fields: Compare = (before, after, at) => {
  const [old, now] = [objectOf(before['properties']), objectOf(after['properties'])];
  const [oldRequired, nowRequired] = [wordsOf(before['required']), wordsOf(after['required'])];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
    const path = below(at, key);
    if (!Object.hasOwn(now, key)) return [{ at: path, what: 'the field is gone', effect: 'other' as const }];
    if (!Object.hasOwn(old, key)) return added(path, nowRequired.includes(key), before);
    return [
      ...requirement(path, oldRequired.includes(key), nowRequired.includes(key)),
      ...differences(objectOf(old[key]), objectOf(now[key]), path),
    ];
  });
};

const otherKeys: Compare = (before, after, at) => {
  const [old, now] = [before['additionalProperties'], after['additionalProperties']];
  if (same(old, now) || (isOpen(old) && isOpen(now))) return [];
  if (isObject(old) && isObject(now) && !isOpen(old) && !isOpen(now)) return differences(old, now, below(at, '*'));
  if (now === false) return [{ at, what: 'no other fields are allowed now', effect: 'narrower' }];
  if (old === false) return [{ at, what: 'other fields are allowed now', effect: 'wider' }];
  return [{ at, what: 'other fields mean something else', effect: 'other' }];
};

const words: Compare = (before, after, at) => {
  const [old, now] = [before['enum'], after['enum']];
  if (!Array.isArray(old) || !Array.isArray(now)) {
    return same(old, now) ? [] : [{ at, what: 'enum', effect: 'other' }];
  }
  const [gone, come] = [old.filter((each) => !now.includes(each)), now.filter((each) => !old.includes(each))];
  return [
    ...gone.map((each): Difference => ({ at, what: `the word ${String(each)} is gone`, effect: 'narrower' })),
    ...come.map((each): Difference => ({ at, what: `the word ${String(each)} is new`, effect: 'wider' })),
  ];
};

const items: Compare = (before, after, at) => {
  const [old, now] = [before['items'], after['items']];
  if (isObject(old) && isObject(now)) return differences(old, now, below(at, '[]'));
  return same(old, now) ? [] : [{ at, what: 'items', effect: 'other' }];
};

/** Choices by their place: a branch more or less, or in another order, is not looked into. */
const branches: Compare = (before, after, at) =>
  CHOICES.flatMap((key) => {
    const [old, now] = [before[key], after[key]];
    if (same(old, now)) return [];
    const [one, other] = [wordsOf(old), wordsOf(now)];
    if (one.length === 0 || one.length !== other.length) return [{ at, what: `${key} is another`, effect: 'other' }];
    return one.flatMap((each, place) =>
      differences(objectOf(each), objectOf(other[place]), below(at, `(${place + 1})`)),
    );
  });

/** What a larger number lets through: less under a lower bound, more under an upper one. */
const BOUNDS: Readonly<Record<string, Effect>> = {
  minimum: 'narrower',
  minLength: 'narrower',
  minItems: 'narrower',
  maximum: 'wider',
  maxLength: 'wider',
  maxItems: 'wider',
};

const bound = (key: string, old: number, now: number, at: string): Difference => {
  const larger = BOUNDS[key]!;
  return { at, what: `${key} ${old} → ${now}`, effect: now > old ? larger : larger === 'wider' ? 'narrower' : 'wider' };
};

const CHOICES = ['anyOf', 'oneOf'];
const UNDERSTOOD = ['properties', 'required', 'additionalProperties', 'enum', 'items', ...CHOICES];

/** Whoever relies on the schema protects more than before, and no message is another. The mark may not go again. */
const marksMore = (key: string, now: Json | undefined): boolean => key === 'x-personal-data' && now === true;

const keywords: Compare = (before, after, at) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !UNDERSTOOD.includes(key) && !same(before[key], after[key]) && !marksMore(key, after[key]))
    .map((key) => {
      const [old, now] = [before[key], after[key]];
      const bounded = key in BOUNDS && typeof old === 'number' && typeof now === 'number';
      return bounded ? bound(key, old, now, at) : { at, what: `${key} is another`, effect: 'other' };
    });

/** How one shape differs from another; empty when each lets through what the other does. */
export const differences: Compare = (before, after, at = '') =>
  [keywords, fields, otherKeys, words, items, branches].flatMap((compare) => compare(before, after, at));

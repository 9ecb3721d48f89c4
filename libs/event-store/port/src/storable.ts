import type { Json, JsonObject } from '@mediation/kernel';
import { InvalidAppend } from './errors';

/** Far above any real payload; keeps a cyclic or hostile value from exhausting the stack. */
const MAX_DEPTH = 100;

const LONE_SURROGATE = /\p{Surrogate}/u;

const requireText = (text: string): void => {
  if (text.includes('\u0000')) throw new InvalidAppend('text holds U+0000');
  if (LONE_SURROGATE.test(text)) throw new InvalidAppend('text holds a lone surrogate');
};

/** Compared by shape, since another realm (a vm context, a worker's clone) has an Object.prototype of its own. */
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const requireMembers = (value: object, depth: number): void => {
  if (depth > MAX_DEPTH) throw new InvalidAppend(`JSON is nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    // Not forEach: it would pass over the holes of a sparse array.
    for (let i = 0; i < value.length; i += 1) requireJson(value[i], depth);
    return;
  }
  if (!isPlain(value)) throw new InvalidAppend('only plain objects are JSON');
  for (const [key, member] of Object.entries(value)) {
    requireText(key);
    // An absent optional member; it is left out, as JSON.stringify does.
    if (member !== undefined) requireJson(member, depth);
  }
};

const requireJson = (value: unknown, depth: number): void => {
  switch (typeof value) {
    case 'string':
      return requireText(value);
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new InvalidAppend('a number is not finite');
      return;
    case 'object':
      if (value !== null) requireMembers(value, depth + 1);
      return;
    default:
      throw new InvalidAppend(`${typeof value} is not JSON`);
  }
};

/** @throws InvalidAppend for what JSON or the store's text cannot carry, wherever it is nested. */
export const requireStorable = (value: Json | JsonObject): void => requireJson(value, 0);

/** @throws InvalidAppend unless the name is 1 to 255 UTF-16 units of storable text. */
export const requireName = (what: string, name: string): void => {
  if (typeof name !== 'string' || name.length === 0 || name.length > 255) {
    throw new InvalidAppend(`${what} must have 1 to 255 characters`);
  }
  requireText(name);
};

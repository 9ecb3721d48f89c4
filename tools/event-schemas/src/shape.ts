import { createHash } from 'node:crypto';
import { canonicalJson } from '@mediation/event-store/port';
import type { Json, JsonObject } from '@mediation/kernel';

/** What people read; it may be worded better at any time. */
const ANNOTATIONS = ['$schema', '$id', 'title', 'description', 'examples'];
/** Their keys are names of fields or schemas, which may be called like an annotation. */
const MAPS = ['properties', 'patternProperties', '$defs'];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (object: JsonObject, to: (value: Json | undefined) => Json | undefined): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value)]));

const shape = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return value.map((each: Json) => shape(each) ?? null);
  return isObject(value) ? shapeOf(value) : value;
};

/** A schema without its wording: what is compared and kept. */
export const shapeOf = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !ANNOTATIONS.includes(key))
      .map(([key, value]) => [key, MAPS.includes(key) && isObject(value) ? mapValues(value, shape) : shape(value)]),
  );

export const fingerprint = (value: JsonObject): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

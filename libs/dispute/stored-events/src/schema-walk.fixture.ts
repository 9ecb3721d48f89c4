import { z } from 'zod';

export interface Field {
  /** Keys from the payload down; `[]` is an array's item, `*` a record's value. */
  readonly path: readonly string[];
  readonly optional: boolean;
}

const fieldsOfObject = (schema: z.ZodObject, at: readonly string[]): readonly Field[] =>
  Object.entries(schema.shape).flatMap(([key, member]) => {
    const path = [...at, key];
    const optional = member instanceof z.ZodOptional;
    return [{ path, optional }, ...fieldsOf((optional ? member.unwrap() : member) as z.ZodType, path)];
  });

/** Every key a schema can let through. @throws Error on a kind of schema it cannot look into */
export const fieldsOf = (schema: z.ZodType, at: readonly string[] = []): readonly Field[] => {
  if (schema instanceof z.ZodObject) return fieldsOfObject(schema, at);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType, [...at, '[]']);
  if (schema instanceof z.ZodRecord) return fieldsOf(schema.valueType as z.ZodType, [...at, '*']);
  const leaf = [z.ZodString, z.ZodEnum, z.ZodNumber, z.ZodBoolean, z.ZodISODateTime].some(
    (kind) => schema instanceof kind,
  );
  if (leaf) return [];
  throw new Error(`cannot look into ${schema.constructor.name} at ${at.join('.')}`);
};

/** Whether the data has something at a field's path, in at least one of the items and values on the way. */
export const holds = (data: unknown, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return data !== undefined;
  if (typeof data !== 'object' || data === null) return false;
  if (key === '[]' || key === '*') return Object.values(data).some((each) => holds(each, rest));
  return Object.hasOwn(data, key) && holds((data as Record<string, unknown>)[key], rest);
};

import type { JsonObject } from '@mediation/kernel';
import { z } from 'zod';

export type Draft = 'draft-7' | 'draft-2020-12';

/** Asked for as a reader's input: what is on the wire, before anything unknown is left out. */
export const jsonSchemaOf = (schema: z.ZodType, target: Draft): JsonObject => {
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema, { target, io: 'input' });
  // Spelled out once: zod's own type also allows what JSON cannot say.
  return JSON.parse(JSON.stringify(jsonSchema)) as JsonObject;
};

const MARK = 'x-personal-data';

/** Whether any part of a schema is marked as personal data. */
export const marksPersonalData = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.entries(schema).some(([key, value]) => (key === MARK && value === true) || marksPersonalData(value));
};

import type { z } from 'zod';
import { ProblemError, PROBLEMS, type FieldError } from './problem';

const escape = (segment: PropertyKey): string => String(segment).replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (path: readonly PropertyKey[]): string => path.map((segment) => `/${escape(segment)}`).join('');

/** One error a field, with a pointer and what is expected; the value itself is never repeated. */
export const fieldErrors = (error: z.ZodError): readonly FieldError[] =>
  error.issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), message: '没有这个字段 / unknown field' }))
      : [{ pointer: pointer(issue.path), message: issue.message }],
  );

/** @throws ProblemError 400 that names every wrong field */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ProblemError({ ...PROBLEMS.invalidInput, errors: fieldErrors(result.error) });
};

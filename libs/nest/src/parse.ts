import { z } from 'zod';
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

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;
const textOf = (message: ReturnType<z.core.$ZodErrorMap>): string =>
  typeof message === 'string' ? message : (message?.message ?? '');

/** What a schema says by itself; a field's own text comes first. */
const bilingual: z.core.$ZodErrorMap = (issue) => `${textOf(chinese(issue))} / ${textOf(english(issue))}`;

/** @throws ProblemError 400 that names every wrong field */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input, { error: bilingual });
  if (result.success) return result.data;
  throw new ProblemError({ ...PROBLEMS.invalidInput, errors: fieldErrors(result.error) });
};

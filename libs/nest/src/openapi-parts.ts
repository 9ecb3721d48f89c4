import { z } from 'zod';

type Schema = Record<string, unknown>;

/** OpenAPI 3.0 knows `example`, not JSON Schema's `examples`; that an array is readonly is our compiler's business. */
const asPublished = (schema: Schema): void => {
  const { examples } = schema as { examples?: readonly unknown[] };
  if (examples !== undefined) schema['example'] = examples[0];
  delete schema['examples'];
  delete schema['readOnly'];
  // Answers gain fields over time: nobody should refuse one that has more than was promised.
  const { additionalProperties: more } = schema as { additionalProperties?: unknown };
  if (more === false) delete schema['additionalProperties'];
  if (typeof more === 'object' && more !== null && Object.keys(more).length === 0)
    schema['additionalProperties'] = true;
};

/** Where a schema carries those that it names, until the document is put together. */
export const COMPONENTS_KEY = 'x-components';

/** What an answer is made by, as JSON Schema. A schema with an `id` (`.meta({ id })`) becomes a component of that name. */
export const answerSchema = (schema: z.ZodType): Schema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => asPublished(jsonSchema as Schema),
  });
  const text = JSON.stringify(json).replaceAll('"#/definitions/', '"#/components/schemas/');
  const { definitions, ...rest } = JSON.parse(text) as Schema;
  return { ...rest, ...(definitions !== undefined && { [COMPONENTS_KEY]: definitions }) };
};

/** A list in an answer. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** A successful answer with such a body. */
export const answerOf = (schema: z.ZodType, example?: object) => ({
  description: '成功 OK',
  content: { 'application/json': { schema: answerSchema(schema), ...(example && { example }) } },
});

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

/** The parameters of a query, from the schema that checks them. */
export const queryParameters = (schema: z.ZodType) => {
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as QuerySchema;
  return Object.entries(json.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: 'query',
    required: json.required?.includes(name) ?? false,
    schema: property,
    ...(description !== undefined && { description }),
  }));
};

export const pathParameter = (name: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example,
});

/** The body of a request, from the schema that checks it. */
export const requestBody = (schema: z.ZodType, example?: object) => ({
  required: true,
  content: {
    'application/json': {
      schema: z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as object,
      ...(example && { example }),
    },
  },
});

export const PROBLEM_ANSWER = {
  description: '见 see Problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** RFC 9457, as `problemDocument` writes it. */
export const problemSchema = (code: string, example?: object) => ({
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '中文；Accept-Language: en 时为英文' },
    status: { type: 'integer' },
    code: { type: 'string', description: code },
    instance: { type: 'string' },
    article: { type: 'string', description: '依据 the article it rests on' },
    rule: { type: 'string', description: '规则包中的规则 the rule of the pack' },
    pack: { type: 'string' },
    certainty: { type: 'string' },
    link: { type: 'string' },
    revision: { type: 'integer', description: '版本冲突时的当前版本 where a stale write’s dispute is now' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  ...(example && { example }),
});

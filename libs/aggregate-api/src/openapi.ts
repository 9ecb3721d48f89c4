import type { Tier } from '@mediation/kernel';
import { z } from 'zod';
import type { AggregateCalls, AggregateCommand, SchemaWords, Words } from './aggregate-calls';
import type { Route } from './route';

type Schema = Record<string, unknown> & {
  properties?: Record<string, unknown>;
  required?: string[] | undefined;
  oneOf?: Schema[];
  anyOf?: Schema[];
};

export const TIER_TAGS: Readonly<Record<Tier, string>> = {
  village: '村居企 village',
  township: '乡镇街道 township',
  district: '区 district',
};

const paramsOf = (route: Route): readonly string[] =>
  [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** The body's schema: the command's, less what the path says or the system fills in, and with the time it happened. */
const bodySchema = (schema: Schema, params: readonly string[]): Schema => {
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return { oneOf: branches.map((each) => bodySchema(each, params)) };
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !params.includes(name)),
  );
  const required = schema.required?.filter((name) => !params.includes(name)) ?? [];
  return {
    ...schema,
    properties: {
      ...properties,
      occurredAt: {
        type: 'string',
        format: 'date-time',
        description: '发生时间，默认现在；可补录 when it happened; default now',
        'x-zh': '发生时间',
        'x-en': 'When it happened',
      },
    },
    required: required.length > 0 ? required : undefined,
  };
};

/** OpenAPI 3.0 knows `example`, not JSON Schema's `examples`. */
const useOneExample = (schema: Schema): void => {
  const { examples } = schema as { examples?: readonly unknown[] };
  if (examples === undefined) return;
  delete schema['examples'];
  schema['example'] = examples[0];
};

/** Beside each closed list what its words are called, and beside each field its name: `x-enum-zh`, `x-zh` and the same in English. */
const putWords = (schema: Schema, words: SchemaWords): void => {
  const list = (schema['enum'] as readonly unknown[] | undefined)?.filter((each) => typeof each === 'string') ?? [];
  const called = list.length > 0 ? words.ofList(list) : undefined;
  if (called) {
    schema['x-enum-zh'] = list.map((each) => called[each]?.zh);
    schema['x-enum-en'] = list.map((each) => called[each]?.en);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = words.ofField(name);
    if (field) Object.assign(property as Schema, { 'x-zh': field.zh, 'x-en': field.en });
  }
};

const jsonSchema = (data: z.ZodType, words: SchemaWords | undefined): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(data, {
    target: 'openapi-3.0',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      useOneExample(jsonSchema as Schema);
      if (words) putWords(jsonSchema as Schema, words);
    },
  }) as Schema;
  return schema;
};

const ref = (name: string) => ({ $ref: `#/components/${name}` });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
});

export const PROBLEM_RESPONSES = {
  400: problem('请求有误 malformed request or invalid fields'),
  401: problem('未登录 no valid token'),
  403: problem('无权操作 not allowed'),
  404: problem('没有或看不到 unknown, or not visible to this body'),
  409: problem('当前状态不允许 its state does not allow it'),
  412: problem('If-Match 已过期 stale revision'),
  422: problem('内容不成立 the content does not hold'),
};

export const pathParameters = (params: readonly string[], numbers: readonly string[] = []) =>
  params.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: numbers.includes(name) ? 'integer' : 'string' },
  }));

const HEADERS = [ref('parameters/IdempotencyKey'), ref('parameters/IfMatch')];

/** The words of a use case's closed lists, by field, whether it stands in the body or in the path. */
export const wordsOfFields = <Command extends AggregateCommand>(
  calls: Pick<AggregateCalls<Command, never>, 'useCase' | 'words'>,
  useCase: Command['type'],
): ReadonlyMap<string, Words> => {
  const found = new Map<string, Words>();
  const look = (schema: Schema): void => {
    for (const branch of schema.oneOf ?? schema.anyOf ?? []) look(branch);
    for (const [field, property] of Object.entries(schema.properties ?? {})) {
      const { enum: list = [], 'x-enum-zh': zh = [], 'x-enum-en': en = [] } = property as Record<string, string[]>;
      list.forEach((value, index) =>
        found.set(`${field}=${value}`, { zh: zh[index] ?? value, en: en[index] ?? value }),
      );
    }
  };
  look(jsonSchema(calls.useCase(useCase).data, calls.words));
  return found;
};

/** The JSON schema of the body that a caller sends to a route. */
export const requestSchema = <Command extends AggregateCommand>(
  calls: Pick<AggregateCalls<Command, never>, 'useCase' | 'words'>,
  route: Route<Command['type']>,
): Schema => {
  const useCase = calls.useCase(route.useCase);
  return bodySchema(jsonSchema(useCase.data, calls.words), [...paramsOf(route), ...(useCase.filled ?? [])]);
};

const operation = <Command extends AggregateCommand, Refusal extends string>(
  calls: AggregateCalls<Command, Refusal>,
  route: Route<Command['type']>,
  tier: Tier,
) => ({
  operationId: `${tier}${route.useCase}`,
  tags: [TIER_TAGS[tier]],
  summary: `${route.zh} · ${route.en}`,
  description: `角色 roles: ${route.roles.join(', ')}`,
  parameters: [...pathParameters(paramsOf(route), calls.numbers), ...HEADERS.slice(0, route.creates ? 1 : 2)],
  requestBody: {
    content: {
      'application/json': {
        schema: requestSchema(calls, route),
        example: calls.examples[route.useCase as Command['type']],
      },
    },
  },
  responses: {
    [route.creates ? 201 : 200]: {
      description: '已记录 recorded',
      headers: { ETag: ref('headers/ETag'), ...(route.creates && { Location: ref('headers/Location') }) },
      content: { 'application/json': { schema: ref(`schemas/${calls.recorded}`) } },
    },
    ...PROBLEM_RESPONSES,
  },
});

/** The calls of a tier: its reads, and the writes from the same table and schemas that serve them. */
export const withWrites = <Command extends AggregateCommand, Refusal extends string>(
  reads: Readonly<Record<string, object>>,
  calls: AggregateCalls<Command, Refusal>,
  tier: Tier,
): Readonly<Record<string, object>> => {
  const paths = { ...reads };
  for (const route of calls.routes.filter((each) => each.tiers.includes(tier))) {
    const path = `/api/${tier}/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], post: operation(calls, route, tier) };
  }
  return paths;
};

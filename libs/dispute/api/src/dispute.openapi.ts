import { disputeUseCase } from '@mediation/dispute/domain';
import type { Tier } from '@mediation/kernel';
import { z } from 'zod';
import { dossierReads } from './dossier/dossier.openapi';
import { EXAMPLES } from './examples';
import { COMPONENTS } from './openapi-components';
import { NUMBERS } from './route';
import { DISPUTE_ROUTES, type DisputeRoute } from './routes';

type Schema = Record<string, unknown> & {
  properties?: Record<string, unknown>;
  required?: string[] | undefined;
  oneOf?: Schema[];
  anyOf?: Schema[];
};

const TIER_ZH: Readonly<Record<Tier, string>> = {
  village: '村居企 village',
  township: '乡镇街道 township',
  district: '区 district',
};

const paramsOf = (route: DisputeRoute): readonly string[] =>
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

const jsonSchema = (route: DisputeRoute): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(disputeUseCase(route.useCase).data, {
    target: 'openapi-3.0',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => useOneExample(jsonSchema as Schema),
  }) as Schema;
  return schema;
};

const ref = (name: string) => ({ $ref: `#/components/${name}` });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
});

const PROBLEM_RESPONSES = {
  400: problem('请求有误 malformed request or invalid fields'),
  401: problem('未登录 no valid token'),
  403: problem('无权操作 not allowed'),
  404: problem('没有或看不到 unknown, or not visible to this body'),
  409: problem('当前状态不允许 the dispute’s state does not allow it'),
  412: problem('If-Match 已过期 stale revision'),
  422: problem('内容不成立 the content does not hold'),
};

const parameters = (params: readonly string[]) =>
  params.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: NUMBERS.includes(name) ? 'integer' : 'string' },
  }));

const HEADERS = [ref('parameters/IdempotencyKey'), ref('parameters/IfMatch')];

const operation = (route: DisputeRoute, tier: Tier) => {
  const params = paramsOf(route);
  const elsewhere = [...params, ...(disputeUseCase(route.useCase).filled ?? [])];
  const example = EXAMPLES[route.useCase];
  return {
    operationId: `${tier}${route.useCase}`,
    tags: [TIER_ZH[tier]],
    summary: `${route.zh} · ${route.en}`,
    description: `角色 roles: ${route.roles.join(', ')}`,
    parameters: [...parameters(params), ...HEADERS.slice(0, route.creates ? 1 : 2)],
    requestBody: { content: { 'application/json': { schema: bodySchema(jsonSchema(route), elsewhere), example } } },
    responses: {
      [route.creates ? 201 : 200]: {
        description: '已记录 recorded',
        headers: { ETag: ref('headers/ETag'), ...(route.creates && { Location: ref('headers/Location') }) },
        content: { 'application/json': { schema: ref('schemas/Recorded') } },
      },
      ...PROBLEM_RESPONSES,
    },
  };
};

const read = (tier: Tier, suffix: string, summary: string) => ({
  get: {
    operationId: `${tier}Read${suffix}`,
    tags: [TIER_ZH[tier]],
    summary,
    parameters: parameters(['id']),
    responses: {
      200: {
        description: '成功 OK',
        headers: { ETag: ref('headers/ETag') },
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      401: PROBLEM_RESPONSES[401],
      404: PROBLEM_RESPONSES[404],
    },
  },
});

/** The calls of these tiers, from the same table and schemas that serve them. */
export const disputeOpenApi = (tiers: readonly Tier[]) => {
  const paths: Record<string, object> = {};
  for (const tier of tiers) {
    const base = `/api/${tier}/v1`;
    paths[`${base}/disputes/{id}`] = read(tier, 'Dispute', '案卷 · The file');
    paths[`${base}/disputes/{id}/history`] = read(tier, 'History', '经过 · Its events');
    Object.assign(paths, dossierReads(tier, TIER_ZH[tier]));
    for (const route of DISPUTE_ROUTES.filter((each) => each.tiers.includes(tier))) {
      const path = `${base}${route.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], post: operation(route, tier) };
    }
  }
  return { paths, components: COMPONENTS };
};

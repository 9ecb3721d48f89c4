/** One aggregate's share of an OpenAPI document. */
export interface AggregateOpenApi {
  readonly paths: Readonly<Record<string, object>>;
  readonly refusals: readonly string[];
  /** What its own operations refer to. */
  readonly schemas: Readonly<Record<string, object>>;
}

/** The paths of all, with the components that their operations refer to. */
export const openApiOf = (aggregates: readonly AggregateOpenApi[]) => ({
  paths: Object.assign({}, ...aggregates.map(({ paths }) => paths)) as Readonly<Record<string, object>>,
  components: {
    ...SHARED,
    schemas: {
      ...(Object.assign({}, ...aggregates.map(({ schemas }) => schemas)) as Readonly<Record<string, object>>),
      Problem: problemSchema([...new Set(aggregates.flatMap(({ refusals }) => refusals))]),
    },
  },
});

const SHARED = {
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      schema: { type: 'string', maxLength: 255 },
      description: '重试不重复办理：同键同内容得到同一答复 the same key and body get the same answer',
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      schema: { type: 'string' },
      description: '读取时的 ETag the ETag that was read',
    },
  },
  headers: {
    ETag: { schema: { type: 'string' }, description: '版本 stream revision' },
    Location: { schema: { type: 'string' } },
  },
};

const problemSchema = (refusals: readonly string[]) => ({
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '中文；Accept-Language: en 时为英文' },
    status: { type: 'integer' },
    code: { type: 'string', description: `稳定代码 stable code. 拒绝 refusals: ${refusals.join(', ')}` },
    instance: { type: 'string' },
    article: { type: 'string', description: '依据 the article it rests on' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, message: { type: 'string' } } },
    },
  },
  example: {
    type: 'urn:mediation:problem:party-refused',
    title: '当事人已明确拒绝调解，不得调解；除非本人改变意思并记录同意。',
    status: 409,
    code: 'party-refused',
    article: '《人民调解法》第17条',
  },
});

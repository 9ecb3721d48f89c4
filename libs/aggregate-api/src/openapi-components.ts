import { problemSchema } from '@mediation/nest';

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
      Problem: problems([...new Set(aggregates.flatMap(({ refusals }) => refusals))]),
    },
  },
});

const SHARED = {
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

const problems = (refusals: readonly string[]) =>
  problemSchema(`稳定代码 stable code. 拒绝 refusals: ${refusals.join(', ')}`, {
    type: 'urn:mediation:problem:party-refused',
    title: '当事人已明确拒绝调解，不得调解；除非本人改变意思并记录同意。',
    status: 409,
    code: 'party-refused',
    article: '《人民调解法》第17条',
  });

import { REFUSALS } from '@mediation/dispute/domain';
import { problemOf } from './refusal-problems';

/** What the operations of the OpenAPI document refer to. */
export const COMPONENTS = {
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
  schemas: {
    Recorded: {
      type: 'object',
      required: ['id', 'revision'],
      properties: {
        id: { type: 'string' },
        revision: { type: 'integer' },
        handoff: { type: 'string' },
        agreement: { type: 'integer' },
        proceeding: { type: 'integer' },
        session: { type: 'integer' },
        effectiveOn: { type: 'string', format: 'date' },
        custodian: { type: 'string' },
        number: { type: 'string' },
      },
      example: { id: '0190a6c2-…', revision: 3, handoff: 'h1' },
    },
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'code'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string', description: '中文；Accept-Language: en 时为英文' },
        status: { type: 'integer' },
        code: { type: 'string', description: `稳定代码 stable code. 拒绝 refusals: ${REFUSALS.join(', ')}` },
        instance: { type: 'string' },
        article: { type: 'string', description: '依据 the article it rests on' },
        errors: {
          type: 'array',
          items: { type: 'object', properties: { pointer: { type: 'string' }, message: { type: 'string' } } },
        },
      },
      example: {
        type: 'urn:mediation:problem:party-refused',
        title: problemOf('party-refused').zh,
        status: 409,
        code: 'party-refused',
        article: '《人民调解法》第17条',
      },
    },
  },
};

import type { Tier } from '@mediation/kernel';
import { z } from 'zod';
import { registerQuery } from './dossier-register';

const ref = (name: string) => ({ $ref: `#/components/${name}` });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
});

const FAULTS = {
  401: problem('未登录 no valid token'),
  403: problem('无权操作 not allowed'),
  404: problem('没有或看不到 unknown, or not visible to this body'),
};

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const binary = (type: string) => ({ [type]: { schema: { type: 'string', format: 'binary' } } });
const json = (properties: object) => ({ 'application/json': { schema: { type: 'object', properties } } });
const text = { type: 'string' };
const list = (properties: object) => ({ type: 'array', items: { type: 'object', properties } });

const DOSSIER = json({
  id: text,
  revision: { type: 'integer' },
  body: { ...text, description: '立卷机构 whose file it is' },
  number: {
    ...text,
    description: '卷号；尚未立卷时没有 absent until the file is opened',
    example: '(2026)永安人调字第17号',
  },
  archivedOn: { type: 'string', format: 'date' },
  complete: { type: 'boolean', description: '没有缺少的材料和签名 nothing is missing' },
  items: list({
    item: { type: 'integer', minimum: 1, maximum: 13 },
    material: text,
    zh: text,
    presence: { type: 'string', enum: ['must', 'if-any', 'not-applicable'] },
    present: { type: 'boolean' },
    missing: list({ what: { type: 'string', enum: ['paper', 'signature'] }, party: text, by: text, zh: text }),
    source: text,
    article: text,
    certainty: text,
  }),
});

const DOCUMENTS = json({
  id: text,
  items: list({ id: text, zh: text, en: text, item: { type: 'integer' }, basis: text, href: text }),
});

const NUMBERS = json({
  body: text,
  year: { type: 'integer' },
  items: list({
    serial: { type: 'integer' },
    number: text,
    state: {
      type: 'string',
      enum: ['used', 'allocated-not-used'],
      description: '已用；或已编未用：立卷没有完成 used, or set aside for a file that was not opened',
    },
    allocatedAt: { type: 'string', format: 'date-time' },
    dispute: text,
  }),
  next: text,
});

const inQuery = () => {
  const { properties = {} } = z.toJSONSchema(registerQuery, { target: 'openapi-3.0', io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as { description?: string };
    return { name, in: 'query', schema: rest, ...(description !== undefined && { description }) };
  });
};

interface Read {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly object[];
  readonly content: object;
}

const READS: Readonly<Record<string, Read>> = {
  '/disputes/{id}/dossier': {
    name: 'Dossier',
    summary: '卷宗：卷号与欠缺材料 · The file: its number and what is missing',
    parameters: [inPath('id')],
    content: DOSSIER,
  },
  '/disputes/{id}/dossier.zip': {
    name: 'DossierZip',
    summary: '导出卷宗 · The whole file as one zip',
    parameters: [inPath('id')],
    content: binary('application/zip'),
  },
  '/disputes/{id}/documents': {
    name: 'Documents',
    summary: '现在可以生成的文书 · The documents that can be made now',
    parameters: [inPath('id')],
    content: DOCUMENTS,
  },
  '/disputes/{id}/documents/{document}': {
    name: 'Document',
    summary: '生成一份文书 · One document, as Word opens it',
    parameters: [inPath('id'), inPath('document')],
    content: binary(DOCX),
  },
  '/dossier-numbers': {
    name: 'DossierNumbers',
    summary: '本机构卷号登记 · The register of this body’s file numbers',
    parameters: inQuery(),
    content: NUMBERS,
  },
};

/** The calls about papers that a tier answers, by path. */
export const dossierReads = (tier: Tier, tag: string): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(READS).map(([path, { name, summary, parameters, content }]) => [
      `/api/${tier}/v1${path}`,
      {
        get: {
          operationId: `${tier}Read${name}`,
          tags: [tag],
          summary,
          parameters,
          responses: { 200: { description: '成功 OK', content }, ...FAULTS },
        },
      },
    ]),
  );

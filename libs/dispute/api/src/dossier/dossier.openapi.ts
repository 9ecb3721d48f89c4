import type { Tier } from '@mediation/kernel';
import { answerOf, queryParameters } from '@mediation/nest';
import { documentsAnswer, dossierAnswer, dossierNumbersAnswer } from './dossier.answer';
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
    content: answerOf(dossierAnswer).content,
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
    content: answerOf(documentsAnswer).content,
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
    parameters: queryParameters(registerQuery),
    content: answerOf(dossierNumbersAnswer).content,
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

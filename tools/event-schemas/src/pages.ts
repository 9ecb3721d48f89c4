import { jsonSchemaOf, marksPersonalData, type Contract } from '@mediation/asyncapi';
import type { PublishedRecord } from './review';
import { fingerprint, shapeOf } from './shape';

export const RECORD_FILE = 'published.json';
export const schemaFile = (name: string): string => `${name}.schema.json`;

const asFile = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const schemaOf = ({ name, title, what, schema }: Contract) => {
  const { title: _, description: __, ...jsonSchema } = jsonSchemaOf(schema, 'draft-2020-12');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:mediation:schema:${name}`,
    title,
    description: what,
    ...jsonSchema,
  };
};

const HEAD = `<!-- 由 npm run events 生成,请勿手改 Written by \`npm run events\`; do not edit. -->

# 已发布的消息格式 · Published messages

每个名称一份 JSON Schema(2020-12),即消息数据(\`data\`)的格式。怎样读写主题见 [guides/consumers.md](../guides/consumers.md);
全部主题与消息见中心的 \`/asyncapi.json\`。One JSON Schema for each name: of the message's data.

**发布之后不变 · What is published stays.** 我们发出的消息,字段、取值、必填一概不变,变了就是新版本(v2),旧版本的事件照样读得出;
只有未写 \`additionalProperties: false\` 的对象(消息头与 metadata)会添字段。外部报来的消息只会放宽,不会收紧。文字说明可以改;漏标的个人信息可以补标,标了不再去掉。
What we write never changes under its name: a change is a new version, and events of the old one can still be read. Only an
object without \`additionalProperties: false\` (the headers and the metadata) gains fields. What others write to us may be
taken more generously, never less so. Wording may change, and what was not marked as personal may be; a mark stays. A test holds every change against \`${RECORD_FILE}\`.
`;

const TABLE = `| 名称 name | 标题 title | 何事 what happened | 个人信息 personal data | 指纹 fingerprint |
| --- | --- | --- | --- | --- |`;

const DIRECTIONS = {
  out: '## 我们发出的 · What others read of us',
  in: '## 外部报来的 · What others write to us',
} as const;

const row = (contract: Contract): string => {
  const { name, title, what, schema } = contract;
  const shape = shapeOf(jsonSchemaOf(schema, 'draft-2020-12'));
  const personal = marksPersonalData(shape) ? '有 yes' : '无 no';
  return `| [${name}](${schemaFile(name)}) | ${title} | ${what} | ${personal} | \`${fingerprint(shape).slice(0, 16)}\` |`;
};

const section = (direction: Contract['direction'], contracts: readonly Contract[]): string =>
  [DIRECTIONS[direction], '', TABLE, ...contracts.filter((each) => each.direction === direction).map(row), ''].join(
    '\n',
  );

const earlier = (contracts: readonly Contract[], record: PublishedRecord): string => {
  const names = Object.keys(record).filter((name) => !contracts.some((each) => each.name === name));
  if (names.length === 0) return '';
  const list = names.map((name) => `- [${name}](${schemaFile(name)})`).join('\n');
  return `\n## 旧版本 · Earlier versions\n\n不再发出,仍在日志中。No longer written, still in the journals.\n\n${list}\n`;
};

/** Every file of docs/events that follows from the program; schemas of earlier versions stay as they were written. */
export const pages = (contracts: readonly Contract[], record: PublishedRecord): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', `${HEAD}\n${section('out', contracts)}\n${section('in', contracts)}${earlier(contracts, record)}`],
    [RECORD_FILE, asFile(record)],
    ...contracts.map((each) => [schemaFile(each.name), asFile(schemaOf(each))] as const),
  ]);

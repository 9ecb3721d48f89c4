import type { JsonObject } from '@mediation/kernel';

interface Operation extends JsonObject {
  readonly operationId: string;
  readonly parameters?: readonly JsonObject[];
}
export interface Document extends JsonObject {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** OpenAPI 3.0.3, Schema Object; other JSON Schema words are not of it. */
const SCHEMA_WORDS = new Set(
  (
    'title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems ' +
    'maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description ' +
    'format default nullable discriminator readOnly writeOnly example externalDocs deprecated xml $ref'
  ).split(' '),
);
const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
const asObject = (value: unknown): JsonObject => Object.fromEntries(entriesOf(value)) as JsonObject;

/** What is wrong with a schema and the schemas in it. */
const schemaFaults = (schema: JsonObject, at: string): readonly string[] => {
  const { type, items, properties, additionalProperties, required, $ref } = schema;
  const within = [
    ...entriesOf(properties).map(([name, each]) => [`${at}/properties/${name}`, each] as const),
    ...['oneOf', 'anyOf', 'allOf'].flatMap((word) =>
      entriesOf(schema[word]).map(([n, each]) => [`${at}/${word}/${n}`, each] as const),
    ),
    ...[items, additionalProperties, schema['not']]
      .filter((each) => typeof each === 'object')
      .map((each) => [`${at}/…`, each] as const),
  ];
  return [
    ...Object.keys(schema)
      // Extensions may stand anywhere.
      .filter((word) => !SCHEMA_WORDS.has(word) && !word.startsWith('x-'))
      .map((word) => `${at}: ${word} is no word of a schema`),
    ...(type === undefined || TYPES.includes(String(type)) ? [] : [`${at}: type ${JSON.stringify(type)}`]),
    ...(type === 'array' && items === undefined ? [`${at}: an array of nothing known`] : []),
    ...(Array.isArray(required) && required.length === 0 ? [`${at}: an empty list of what is required`] : []),
    ...entriesOf(required)
      .map(([, name]) => String(name))
      .filter((name) => !(name in asObject(properties)))
      .map((name) => `${at}: ${name} is required and not there`),
    ...($ref === undefined && Object.keys(schema).length === 0 ? [`${at}: says nothing`] : []),
    ...within.flatMap(([place, each]) => schemaFaults(asObject(each), place)),
  ];
};

const contentFaults = (content: unknown, at: string): readonly string[] => {
  const types = entriesOf(content);
  if (types.length === 0) return [`${at}: no content`];
  return types.flatMap(([type, media]) => schemaFaults(asObject(asObject(media)['schema']), `${at}/${type}`));
};

const responseFaults = (responses: unknown, at: string): readonly string[] => {
  const each = entriesOf(responses);
  if (each.length === 0) return [`${at}: no responses`];
  return each.flatMap(([status, response]) => {
    const { description, content } = asObject(response);
    return [
      ...(/^[1-5]\d\d$/.test(status) ? [] : [`${at}: status ${status}`]),
      ...(typeof description === 'string' && description !== '' ? [] : [`${at}/${status}: no description`]),
      ...(content === undefined ? [] : contentFaults(content, `${at}/${status}`)),
    ];
  });
};

/** Follows a `#/…` reference; undefined when it leads nowhere. */
const resolve = (document: Document, ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => asObject(at)[key], document);

const operationFaults = (document: Document, [path, method]: readonly [string, string], operation: Operation) => {
  const at = `${method} ${path}`;
  const parameters = (operation.parameters ?? []).map((each) =>
    asObject('$ref' in each ? resolve(document, String(each['$ref'])) : each),
  );
  const inPath = parameters
    .filter((each) => each['in'] === 'path' && each['required'] === true)
    .map((each) => each['name']);
  const asked = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const keys = parameters.map((each) => `${String(each['in'])} ${String(each['name'])}`);
  return [
    ...(METHODS.includes(method) ? [] : [`${at}: method`]),
    ...(JSON.stringify(asked) === JSON.stringify(inPath) ? [] : [`${at}: path parameters ${JSON.stringify(inPath)}`]),
    ...(new Set(keys).size === keys.length ? [] : [`${at}: a parameter twice`]),
    ...parameters.flatMap((each) => schemaFaults(asObject(each['schema']), `${at} ${String(each['name'])}`)),
    ...('requestBody' in operation ? contentFaults(asObject(operation['requestBody'])['content'], at) : []),
    ...responseFaults(operation['responses'], at),
  ];
};

const refsIn = (value: unknown): readonly string[] =>
  entriesOf(value).flatMap(([key, each]) => (key === '$ref' ? [String(each)] : refsIn(each)));

/** What is wrong with a document by the rules of OpenAPI 3.0.3; an empty list when nothing is. */
export const openApiFaults = (document: Document): readonly string[] => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [[path, method], operation] as const),
  );
  const ids = operations.map(([, { operationId }]) => operationId);
  const info = asObject(document['info']);
  return [
    ...(document.openapi === '3.0.3' ? [] : [`openapi ${document.openapi}`]),
    ...['title', 'version'].filter((key) => typeof info[key] !== 'string').map((key) => `info: no ${key}`),
    ...Object.keys(document.paths)
      .filter((path) => !path.startsWith('/'))
      .map((path) => `${path}: no path`),
    ...ids.filter((id, n) => id === undefined || ids.indexOf(id) !== n).map((id) => `operationId ${id}`),
    ...refsIn(document)
      .filter((ref) => resolve(document, ref) === undefined)
      .map((ref) => `${ref} leads nowhere`),
    ...operations.flatMap(([place, operation]) => operationFaults(document, place, operation)),
    ...entriesOf(asObject(document['components'])['schemas']).flatMap(([name, schema]) =>
      schemaFaults(asObject(schema), name),
    ),
  ];
};

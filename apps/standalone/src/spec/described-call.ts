import type { Json, JsonObject } from '@mediation/kernel';
import { httpCall, type HttpAnswer } from '@tools/acceptance';
import Ajv, { type ValidateFunction } from 'ajv';
import { openApi } from '../openapi';

type Schema = Readonly<Record<string, Json | undefined>>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As JSON Schema has it; and here no object may have more than was promised, or nobody would notice what is not described. */
const asJsonSchema = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => asJsonSchema(each));
  if (!isObject(value)) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, asJsonSchema(each ?? null)]),
  ) as Schema & { nullable?: Json };
  const isClosed = rest['type'] === 'object' && 'properties' in rest && !('additionalProperties' in rest);
  const schema = { ...rest, ...(isClosed && { additionalProperties: false }) } as JsonObject;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
};

const FORMATS = { date: /^\d{4}-\d{2}-\d{2}$/, 'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/ };
const ESCAPES: Readonly<Record<string, string>> = { '~': '~0', '/': '~1' };
const pointer = (...path: readonly string[]) =>
  path.map((each) => `/${encodeURIComponent(each.replace(/[~/]/g, (sign) => ESCAPES[sign]!))}`).join('');

const document = asJsonSchema(JSON.parse(JSON.stringify(openApi())) as Json) as JsonObject;
const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS }).addSchema(document as object, 'api');
const operations = document['paths'] as Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
/** The more of an address a template says itself, the sooner it is meant. */
const templates = Object.keys(operations)
  .sort((a, b) => a.split('{').length - b.split('{').length)
  .map((template) => [template, new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`)] as const);
const validators = new Map<string, ValidateFunction>();

const schemaAt = (template: string, method: string, status: string): string | undefined => {
  const responses = operations[template]?.[method]?.['responses'] as Readonly<Record<string, JsonObject>> | undefined;
  if (responses?.[status] === undefined) return undefined;
  const isJson = 'application/json' in ((responses[status]['content'] ?? {}) as object);
  const path = ['paths', template, method, 'responses', status, 'content', 'application/json', 'schema'];
  return isJson ? `api#${pointer(...path)}` : undefined;
};

/** What of an answer is not as the OpenAPI document says; an empty list when all is. */
export const answerFaults = (method: string, path: string, { status, body }: Pick<HttpAnswer, 'status' | 'body'>) => {
  const template = templates.find(([, pattern]) => pattern.test(path))?.[0];
  const at = template && schemaAt(template, method.toLowerCase(), String(status));
  if (at === undefined) return [`${status} is not described`];
  const validate = validators.get(at) ?? ajv.compile({ $ref: at });
  validators.set(at, validate);
  validate(body);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};

const isJson = ({ status, headers }: HttpAnswer): boolean =>
  status < 300 && String(headers['content-type']).startsWith('application/json');

/** A call of the system's API whose answer has to be what the document promises. */
export const describedCall: typeof httpCall = async (url, call = {}) => {
  const answer = await httpCall(url, call);
  const { pathname } = new URL(url);
  if (!pathname.startsWith('/api/') || !isJson(answer)) return answer;
  const method = call.method ?? 'GET';
  const faults = answerFaults(method, pathname, answer);
  if (faults.length > 0) throw new Error(`${method} ${pathname} does not answer as described:\n${faults.join('\n')}`);
  return answer;
};

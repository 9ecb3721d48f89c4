import type { OpenApiDocument } from './openapi';
import { COMPONENTS_KEY, problemSchema } from './openapi-parts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonRecord = Readonly<Record<string, Json>>;

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy in which no schema carries others; those are put into `found` by name. */
const hoisted = (value: Json, found: Map<string, Json>): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => hoisted(each, found));
  if (!isRecord(value)) return value;
  const { [COMPONENTS_KEY]: carried, ...rest } = value;
  if (isRecord(carried)) for (const [name, schema] of Object.entries(carried)) found.set(name, schema);
  return Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, hoisted(each, found)]));
};

const SECURITY = { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } };

export interface DocumentParts {
  readonly info: OpenApiDocument['info'];
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: Readonly<Record<string, object>>;
}

/** One document of all those calls; schemas with a name of their own are written once, under components. */
export const openApiDocument = ({ info, paths, components = {} }: DocumentParts) => {
  const found = new Map<string, Json>();
  const given = JSON.parse(JSON.stringify({ paths, components })) as JsonRecord;
  const own = hoisted(given, found) as unknown as Required<Pick<DocumentParts, 'paths' | 'components'>>;
  return {
    openapi: '3.0.3',
    info,
    security: [{ bearer: [] }],
    paths: own.paths,
    components: {
      securitySchemes: SECURITY,
      ...own.components,
      schemas: {
        Problem: problemSchema('稳定代码 stable code'),
        ...own.components['schemas'],
        ...Object.fromEntries(found),
      },
    },
  };
};

/** What an offered action says of its body: the part of JSON Schema that the services write. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly enum?: readonly Value[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
}

export type Value = string | number | boolean;

export interface Choice {
  readonly value: Value;
  readonly zh: string;
  readonly en: string;
  /** Goes only with these values of other fields. */
  readonly with?: Readonly<Record<string, readonly Value[]>>;
}

export interface Reason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly article?: string;
}

/** What the service lets this person do, or says why not. */
export interface OfferedAction {
  readonly useCase: string;
  readonly zh: string;
  readonly en: string;
  readonly path: string;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  readonly schema: JsonSchema;
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

interface FieldBase {
  readonly name: string;
  readonly required: boolean;
  /** What the service says of it, Chinese and English. */
  readonly description?: string;
  readonly initial?: unknown;
}

export type Field = FieldBase &
  (
    | { readonly kind: 'constant'; readonly value: Value }
    | { readonly kind: 'text'; readonly long: boolean; readonly most?: number }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
    | { readonly kind: 'integer'; readonly least?: number; readonly most?: number }
    | { readonly kind: 'money' | 'day' | 'moment' | 'flag' | 'texts' }
    | { readonly kind: 'list'; readonly fields: readonly Field[]; readonly least: number }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    | { readonly kind: 'one-of'; readonly branches: readonly (readonly Field[])[] }
  );

type Offered = OfferedAction['choices'];
/** What a field is called where it stands in a list or a group, as choices name it: `obligations/debtor`. */
interface At {
  readonly choices: Offered;
  readonly above: string;
}

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
/** Texts that may be longer than this are written on several lines. */
const ONE_LINE = 300;

const named = (values: readonly Value[]): readonly Choice[] =>
  values.map((value) => ({ value, zh: String(value), en: String(value) }));

const textField = (schema: JsonSchema): Kind => {
  if (schema.format === 'date-time') return { kind: 'moment' };
  if (schema.format === 'date' || schema.pattern === DAY) return { kind: 'day' };
  const { maxLength } = schema;
  return { kind: 'text', long: maxLength !== undefined && maxLength > ONE_LINE, ...(maxLength && { most: maxLength }) };
};

/** A field less what every field has. */
type Kind = Field extends infer Each ? (Each extends FieldBase ? Omit<Each, keyof FieldBase> : never) : never;

const numberField = (name: string, { minimum, maximum }: JsonSchema): Kind =>
  name.endsWith('Fen') ? { kind: 'money' } : { kind: 'integer', least: minimum, most: maximum };

const arrayField = (schema: JsonSchema, choices: readonly Choice[] | undefined, at: At): Kind => {
  const { items = {}, minItems = 0 } = schema;
  if (items.properties !== undefined) return { kind: 'list', fields: fieldsIn(items, at), least: minItems };
  const offered = choices ?? (items.enum && named(items.enum));
  return offered === undefined ? { kind: 'texts' } : { kind: 'choices', choices: offered };
};

const onlyValue = ({ type, enum: values = [] }: JsonSchema): Value | undefined =>
  values.length === 1 && type !== 'boolean' ? values[0] : undefined;

const kindOf = (name: string, schema: JsonSchema, at: At): Kind => {
  const path = `${at.above}${name}`;
  const within = { choices: at.choices, above: `${path}/` };
  const value = onlyValue(schema);
  if (value !== undefined) return { kind: 'constant', value };
  const choices = at.choices[path];
  if (schema.type === 'array') return arrayField(schema, choices, within);
  const offered = choices ?? (schema.enum && named(schema.enum));
  return offered ? { kind: 'choice', choices: offered } : (structured(schema, within) ?? plain(name, schema));
};

const structured = (schema: JsonSchema, within: At): Kind | undefined => {
  if (schema.oneOf !== undefined)
    return { kind: 'one-of', branches: schema.oneOf.map((branch) => fieldsIn(branch, within)) };
  return schema.properties === undefined ? undefined : { kind: 'group', fields: fieldsIn(schema, within) };
};

const plain = (name: string, schema: JsonSchema): Kind => {
  if (schema.type === 'boolean') return { kind: 'flag' };
  return schema.type === 'integer' || schema.type === 'number' ? numberField(name, schema) : textField(schema);
};

const fieldsIn = (schema: JsonSchema, at: At): readonly Field[] =>
  Object.entries(schema.properties ?? {}).map(([name, property]): Field => ({
    name,
    required: schema.required?.includes(name) ?? false,
    ...(property.description !== undefined && { description: property.description }),
    ...(property.default !== undefined && { initial: property.default }),
    ...kindOf(name, property, at),
  }));

/** The fields of an action's form; a body that is one of several shapes is one nameless field. */
export const fieldsOf = ({ schema, choices }: Pick<OfferedAction, 'schema' | 'choices'>): readonly Field[] => {
  const at = { choices, above: '' };
  if (schema.oneOf === undefined) return fieldsIn(schema, at);
  return [{ name: '', required: true, kind: 'one-of', branches: schema.oneOf.map((branch) => fieldsIn(branch, at)) }];
};

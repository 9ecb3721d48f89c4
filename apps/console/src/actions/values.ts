import type { Choice, Field } from './schema';

/** What has been filled in, by the field's name. A form of several shapes keeps the chosen one's number beside it. */
export type Values = Record<string, unknown>;

/** Which of several shapes is filled in, and its values. */
export interface Branch {
  readonly branch: number;
  readonly values: Values;
}

const soleChoice = ({ required, choices }: Extract<Field, { kind: 'choice' }>): unknown =>
  required && choices.length === 1 ? choices[0]?.value : undefined;

const HOLD_SEVERAL: readonly Field['kind'][] = ['choices', 'texts'];

const initialOf = (field: Field): unknown => {
  switch (field.kind) {
    case 'constant':
      return field.value;
    case 'choice':
      return field.initial ?? soleChoice(field);
    case 'list':
      return Array.from({ length: field.least }, () => initialValues(field.fields));
    case 'group':
      return initialValues(field.fields);
    case 'one-of':
      return field.required ? branchOf(field, 0) : undefined;
    default:
      return field.initial ?? (HOLD_SEVERAL.includes(field.kind) ? [] : undefined);
  }
};

/** One of several shapes, as it is before anything is filled in. */
export const branchOf = ({ branches }: Extract<Field, { kind: 'one-of' }>, branch: number): Branch => ({
  branch,
  values: initialValues(branches[branch] ?? []),
});

export const initialValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.name, initialOf(field)]));

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

const valueOf = (field: Field, value: unknown): unknown => {
  switch (field.kind) {
    case 'list':
      return (value as readonly Values[]).map((row) => bodyOf(field.fields, row));
    case 'group':
      return bodyOf(field.fields, (value ?? {}) as Values);
    case 'one-of': {
      const { branch, values } = value as Branch;
      return bodyOf(field.branches[branch] ?? [], values);
    }
    default:
      return trimmed(value);
  }
};

/** The body to send: what was left empty is not in it. */
export const bodyOf = (fields: readonly Field[], values: Values): Record<string, unknown> => {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const given = values[field.name];
    if (given === undefined || given === null) return [];
    const value = valueOf(field, given);
    return isEmpty(value) ? [] : [[field.name, value]];
  });
  const [first] = entries;
  return first?.[0] === '' ? (first[1] as Record<string, unknown>) : Object.fromEntries(entries);
};

/** Those choices that go with what is chosen in other fields. */
export const fitting = (choices: readonly Choice[], values: Values): readonly Choice[] =>
  choices.filter((choice) =>
    Object.entries(choice.with ?? {}).every(([name, allowed]) => {
      const chosen = values[name];
      if (chosen === undefined || chosen === '') return true;
      return Array.isArray(chosen)
        ? chosen.every((each) => allowed.includes(each as never))
        : allowed.includes(chosen as never);
    }),
  );

const missingWithin = (field: Field, value: unknown, pointer: string): readonly string[] | undefined => {
  switch (field.kind) {
    case 'list':
      return ((value ?? []) as readonly Values[]).flatMap((row, index) =>
        missing(field.fields, row, `${pointer}/${index}`),
      );
    case 'one-of': {
      const given = value as Branch | undefined;
      return given && missing(field.branches[given.branch] ?? [], given.values, pointer);
    }
    case 'group': {
      const inner = (value ?? {}) as Values;
      const isWanted = field.required || !isEmpty(bodyOf(field.fields, inner));
      return isWanted ? missing(field.fields, inner, pointer) : [];
    }
    default:
      return undefined;
  }
};

/** What must be filled in and is not, as JSON pointers into the body. */
export const missing = (fields: readonly Field[], values: Values, above = ''): readonly string[] =>
  fields.flatMap((field) => {
    const pointer = field.name === '' ? above : `${above}/${field.name}`;
    const value = values[field.name];
    const within = missingWithin(field, value, pointer);
    if (within !== undefined && within.length > 0) return within;
    return field.required && isEmpty(trimmed(value)) ? [pointer] : [];
  });

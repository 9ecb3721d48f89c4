import { DISPUTE_USE_CASES } from '@mediation/dispute/domain';
import { z } from 'zod';
import { FIELD_WORDS, VOCABULARIES, wordsOfList } from './index';

interface Schema {
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const lists: (readonly string[])[] = [];
const fields = new Set<string>();

const walk = (schema: Schema): void => {
  const list = schema.enum?.filter((each) => typeof each === 'string') ?? [];
  if (list.length > 0) lists.push(list);
  for (const branch of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) walk(branch);
  if (schema.items) walk(schema.items);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    fields.add(name);
    walk(property);
  }
};
for (const { data } of Object.values(DISPUTE_USE_CASES)) {
  walk(z.toJSONSchema(data, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as Schema);
}

/** Filled in by the system: nobody sees them on a form. */
const UNSEEN = ['offRosterOf', 'assigned', 'number', 'year', 'serial'];

it('has words for every closed list that a command names', () =>
  expect(lists.filter((list) => wordsOfList(list) === undefined)).toEqual([]));

it('has a name for every field that a form shows', () =>
  expect([...fields].filter((field) => FIELD_WORDS[field] === undefined && !UNSEEN.includes(field))).toEqual([]));

it('tells the words of a list apart, so that a form offers no two alike', () => {
  for (const [name, words] of Object.entries(VOCABULARIES)) {
    const zh = Object.values(words).map((each) => each.zh);
    expect([name, new Set(zh).size]).toEqual([name, zh.length]);
  }
});

it('takes the list of its own words, not a longer one that happens to have them', () => {
  expect(wordsOfList(['granted', 'provisional', 'refused'])?.['refused']).toEqual({ zh: '不予援助', en: 'Refused' });
  expect(wordsOfList(['confirmed', 'dismissed', 'refused'])?.['refused']?.zh).toBe('不予受理');
  expect(wordsOfList(['no-such-word'])).toBeUndefined();
});

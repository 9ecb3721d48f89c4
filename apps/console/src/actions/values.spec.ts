import { fieldsOf, type JsonSchema } from './schema';
import { bodyOf, branchOf, fitting, initialValues, missing } from './values';

const party = { type: 'string', pattern: '^p\\d{1,3}$' };
const handoff: JsonSchema = {
  type: 'object',
  required: ['kind', 'to'],
  properties: {
    kind: { type: 'string', enum: ['escalation', 'court-link'] },
    to: { type: 'string', maxLength: 64 },
    note: { type: 'string', maxLength: 2000 },
    replyBy: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    consents: { type: 'array', items: party },
    court: {
      oneOf: [
        { properties: { mode: { type: 'string', enum: ['prefiling'] } }, required: ['mode'] },
        {
          properties: { mode: { type: 'string', enum: ['postfiling'] }, procedure: { enum: ['ordinary', 'summary'] } },
          required: ['mode', 'procedure'],
        },
      ],
    },
    occurredAt: { type: 'string', format: 'date-time' },
  },
};
const township = { value: '370402102-committee', zh: '镇', en: 'Town', with: { kind: ['escalation'] } };
const court = { value: '370402-court', zh: '法院', en: 'Court', with: { kind: ['court-link'] } };
const choices = { to: [township, court], consents: [{ value: 'p1', zh: '甲', en: 'A' }] };
const handoffFields = fieldsOf({ schema: handoff, choices });

const agreement: JsonSchema = {
  type: 'object',
  required: ['obligations'],
  properties: {
    obligations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['debtor', 'dueOn'],
        properties: {
          debtor: party,
          amountFen: { type: 'integer', minimum: 1 },
          dueOn: { type: 'string', format: 'date' },
        },
      },
    },
  },
};
const agreementFields = fieldsOf({ schema: agreement, choices: { 'obligations/debtor': choices.consents } });

describe('the fields of an action', () => {
  it('are of the kind that its schema and choices say', () =>
    expect(handoffFields.map(({ name, kind, required }) => `${name} ${kind}${required ? ' *' : ''}`)).toEqual([
      'kind choice *',
      'to choice *',
      'note text',
      'replyBy day',
      'consents choices',
      'court one-of',
      'occurredAt moment',
    ]));

  it('take the choices of a field within a list by its path', () => {
    const [obligations] = agreementFields;
    expect(obligations?.kind === 'list' && obligations.fields.map(({ kind }) => kind)).toEqual([
      'choice',
      'money',
      'day',
    ]);
  });

  it('of a body of several shapes are one field without a name', () => {
    const [field, ...others] = fieldsOf({ schema: { oneOf: [handoff, agreement] }, choices: {} });
    expect([field?.name, field?.kind, others]).toEqual(['', 'one-of', []]);
  });
});

describe('what is sent', () => {
  it('has nothing that was left empty', () => {
    const values = { ...initialValues(handoffFields), kind: 'escalation', to: township.value, note: '  ' };
    expect(bodyOf(handoffFields, values)).toEqual({ kind: 'escalation', to: township.value });
  });

  it('has the chosen shape with the value that names it', () => {
    const field = handoffFields.find(({ name }) => name === 'court');
    const chosen = field?.kind === 'one-of' ? branchOf(field, 1) : undefined;
    const filled = { court: { ...chosen, values: { ...chosen?.values, procedure: 'summary' } } };
    expect(bodyOf(handoffFields, filled)).toEqual({ court: { mode: 'postfiling', procedure: 'summary' } });
  });

  it('is the chosen shape itself where the body is one of several', () => {
    const fields = fieldsOf({ schema: { oneOf: [handoff, agreement] }, choices });
    expect(bodyOf(fields, { '': { branch: 0, values: { kind: 'escalation' } } })).toEqual({ kind: 'escalation' });
  });

  it('waits for what must be filled in, each by its place in the body', () => {
    expect(missing(handoffFields, initialValues(handoffFields))).toEqual(['/kind', '/to']);
    // The debtor is the one there is, so it is chosen already.
    expect(missing(agreementFields, initialValues(agreementFields))).toEqual(['/obligations/0/dueOn']);
    expect(missing(agreementFields, { obligations: [] })).toEqual(['/obligations']);
    const court1 = { kind: 'court-link', to: court.value, court: { branch: 1, values: { mode: 'postfiling' } } };
    expect(missing(handoffFields, court1)).toEqual(['/court/procedure']);
  });
});

it('choices that go only with other values wait for them', () => {
  expect(fitting(choices.to, {})).toEqual([township, court]);
  expect(fitting(choices.to, { kind: 'court-link' })).toEqual([court]);
});

import type { ExpectedProblem } from './expect-problem';

const PARTIES = '[{"role":"applicant","name":"示例甲"},{"role":"respondent","name":"示例乙"}]';
/** A registration as text, with further members or others in their place. */
export const registration = (more = '', parties = PARTIES) =>
  `{"source":"application","disputeType":"neighbourhood","facts":"示例","parties":${parties}${more && `,${more}`}}`;

export const BAD_REQUEST = { status: 400, code: 'bad-request' };
const NOT_STORABLE = { status: 422, code: 'text-not-storable' };
export const invalid = (...pointers: readonly string[]) => ({ status: 400, code: 'invalid-input', pointers });
export const unprocessable = (code: string, ...pointers: readonly string[]) => ({ status: 422, code, pointers });

/** What the body of a registration may be instead of one. */
export const BAD_REGISTRATIONS: readonly (readonly [what: string, body: string | Buffer, expected: ExpectedProblem])[] =
  [
    ['half a JSON text', '{"source":', BAD_REQUEST],
    ['nothing, called JSON', '', BAD_REQUEST],
    ['two JSON texts', '{}{}', BAD_REQUEST],
    ['a number that JSON has no word for', registration('"amountFen":NaN'), BAD_REQUEST],
    ['an array', '[]', BAD_REQUEST],
    ['a text', '"{}"', BAD_REQUEST],
    ['a number', '1', BAD_REQUEST],
    ['bytes that are no UTF-8', Buffer.from(registration(), 'utf16le'), BAD_REQUEST],
    ['Chinese in another encoding', Buffer.from('{"facts":"\xd6\xd0"}', 'latin1'), BAD_REQUEST],
    ['a __proto__', registration('"__proto__":{"source":"court"}'), BAD_REQUEST],
    [
      'a __proto__ within',
      registration('', '[{"role":"applicant","name":"甲","__proto__":{"minor":true}}]'),
      BAD_REQUEST,
    ],
    ['a constructor with a prototype', registration('"constructor":{"prototype":{}}'), BAD_REQUEST],
    ['U+0000 in a value', registration('"placeText":"a\\u0000b"'), NOT_STORABLE],
    ['U+0000 in a key', registration('"a\\u0000b":1'), NOT_STORABLE],
    ['half a surrogate pair in a value', registration('', '[{"role":"applicant","name":"\\ud83d"}]'), NOT_STORABLE],
    ['half a surrogate pair in a key', registration('"\\udc00":1'), NOT_STORABLE],
    ['the other halves first', registration('"placeText":"\\udc00\\ud83d"'), NOT_STORABLE],
    [
      'a hundred thousand arrays in each other',
      registration(`"facts":${'['.repeat(1e5)}${']'.repeat(1e5)}`),
      NOT_STORABLE,
    ],
    [
      'a hundred thousand objects in each other',
      registration(`"facts":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`),
      NOT_STORABLE,
    ],
    ['a number beyond all numbers', registration('"amountFen":1e999'), NOT_STORABLE],
    ['ten megabytes', registration(`"placeText":"${'长'.repeat(3_500_000)}"`), { status: 413, code: 'body-too-large' }],
    ['nothing that is needed', '{}', invalid('/source', '/disputeType', '/facts', '/parties')],
    ['null', 'null', invalid('/source', '/disputeType', '/facts', '/parties')],
    ['unknown fields', registration('"a/b":1,"x":{}'), invalid('/a~1b', '/x')],
    [
      'an unknown field within',
      registration('', '[{"role":"applicant","name":"甲","age":9}]'),
      invalid('/parties/0/age'),
    ],
    ['a role of our own', registration('"custodian":"370402-center"'), invalid('/custodian')],
    ['an empty text', registration('"placeText":"  "'), invalid('/placeText')],
    ['a text too long', registration(`"placeText":"${'长'.repeat(301)}"`), invalid('/placeText')],
    [
      'parties without end',
      registration('', `[${new Array(51).fill('{"role":"applicant","name":"甲"}').join()}]`),
      invalid('/parties'),
    ],
    ['a number in words', registration('"amountFen":"12"'), invalid('/amountFen')],
    ['half a fen', registration('"amountFen":1.5'), invalid('/amountFen')],
    ['less than nothing', registration('"amountFen":-1'), invalid('/amountFen')],
    ['more than can be counted', registration('"amountFen":9007199254740993'), invalid('/amountFen')],
    ['more than could be written', registration('"amountFen":1e308'), invalid('/amountFen')],
    ['nobody', registration('"headcount":0'), invalid('/headcount')],
    ['a word outside the list', registration('"source":"toString"'), invalid('/source')],
    ['a place of seven digits', registration('"place":"3704021"'), invalid('/place')],
    ['a place in another district', registration('"place":"110101"'), unprocessable('place-outside-area', '/place')],
    [
      'no applicant',
      registration('', '[{"role":"respondent","name":"乙"}]'),
      unprocessable('applicant-missing', '/parties'),
    ],
    ['a day that does not exist', registration('"occurredAt":"2025-02-30T08:00:00+08:00"'), invalid('/occurredAt')],
    ['a month that does not exist', registration('"occurredAt":"2025-13-01T08:00:00Z"'), invalid('/occurredAt')],
    ['an hour that does not exist', registration('"occurredAt":"2025-03-01T25:00:00Z"'), invalid('/occurredAt')],
    ['a time of nowhere', registration('"occurredAt":"2025-03-01T08:00:00"'), invalid('/occurredAt')],
    ['a day for a time', registration('"occurredAt":"2025-03-01"'), invalid('/occurredAt')],
    ['a number for a time', registration('"occurredAt":1740787200'), invalid('/occurredAt')],
    [
      'a time to come',
      registration('"occurredAt":"2099-01-01T00:00:00Z"'),
      unprocessable('occurred-in-the-future', '/occurredAt'),
    ],
    [
      'the last of all times',
      registration('"occurredAt":"9999-12-31T23:59:59.999Z"'),
      unprocessable('occurred-in-the-future', '/occurredAt'),
    ],
  ];

import { describeWithPostgres } from '@mediation/testing';
import { BAD_REGISTRATIONS, BAD_REQUEST, invalid, registration, unprocessable } from './spec/bad-registrations';
import { expectProblem } from './spec/expect-problem';
import type { Desk } from '@tools/acceptance';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const REGISTER = '/api/village/v1/disputes';
const MEDIA_TYPE = { status: 415, code: 'media-type' };
const NOT_FOUND = { status: 404, code: 'not-found' };
const UNKNOWN = { status: 404, code: 'dispute-unknown' };

describeWithPostgres('a bad request', () => {
  let system: System;
  let village: Desk;
  let id: string;
  beforeAll(async () => {
    system = await startSystem();
    village = await system.desk(VILLAGE, 'mediator');
    const { body } = await village.post('/disputes', JSON.parse(registration()));
    id = String(body['id']);
  });
  afterAll(() => system.close());

  const JSON_TYPE = { 'content-type': 'application/json' };
  /** What the village posts; `:id` is its dispute. */
  const posted = (path: string, body: string | Buffer | undefined, headers: Record<string, string> = JSON_TYPE) =>
    [
      path.replace(':id', id),
      {
        method: 'POST',
        headers: { authorization: `Bearer ${village.token}`, ...headers },
        ...(body !== undefined && { body }),
      },
    ] as const;

  it.each(BAD_REGISTRATIONS)('with a registration that holds %s', (_, body, expected) =>
    expectProblem(system, ...posted(REGISTER, body), expected),
  );

  const TO_DISPUTE = `${REGISTER}/:id`;
  it.each([
    ['a session without a proceeding', '/sessions', '{}', { status: 409, code: 'no-proceeding' }],
    ['a closing of what runs', '/closure', '{}', { status: 409, code: 'not-at-this-stage' }],
    [
      'a signature under nothing',
      '/agreements/1/signatures',
      '{"party":"p1"}',
      { status: 404, code: 'agreement-unknown' },
    ],
    ['an agreement without a number', '/agreements/one/seal', '{}', invalid('/agreement')],
    ['an agreement numbered 0', '/agreements/0/seal', '{}', invalid('/agreement')],
    ['a number twice', '/agreements/1/seal', '{"agreement":1}', invalid('/agreement')],
    ['a party that is none', '/consents', '{"party":"p9","consents":true}', unprocessable('party-unknown', '/party')],
    ['a party named otherwise', '/consents', '{"party":"甲","consents":true}', invalid('/party')],
    ['a consent in words', '/consents', '{"party":"p1","consents":"yes"}', invalid('/consents')],
    ['a body that is none', '/consents', '{"party":"p1","consents":true,"to":"nowhere"}', invalid('/to')],
    [
      'a body outside the directory',
      '/consents',
      '{"party":"p1","consents":true,"to":"370402102999-committee"}',
      { status: 422, code: 'body-not-in-directory' },
    ],
    [
      'a mediator outside the directory',
      '/mediators',
      '{"mediator":"nobody"}',
      { status: 422, code: 'mediator-not-in-directory' },
    ],
    [
      'a reply by a day that does not exist',
      '/handoffs',
      '{"kind":"transfer","to":"370402102-police","reason":"crime-risk","replyBy":"2025-02-29"}',
      invalid('/replyBy'),
    ],
    ['a handoff that is none', '/handoffs/h9/acceptance', '{}', { status: 404, code: 'handoff-unknown' }],
    ['a handoff named otherwise', '/handoffs/%E4%B8%8A%E6%8A%A5/acceptance', '{}', invalid('/handoff')],
    ['a risk that is none', '/risks/fire/aversion', '{}', invalid('/risk')],
    [
      'a time to come',
      '/acceptance',
      '{"occurredAt":"2099-01-01T00:00:00Z"}',
      unprocessable('occurred-in-the-future', '/occurredAt'),
    ],
    [
      'a time before the registration',
      '/acceptance',
      '{"occurredAt":"0001-01-01T00:00:00Z"}',
      unprocessable('occurred-before-registration', '/occurredAt'),
    ],
    ['an unknown field where none are', '/acceptance', '{"x":1}', invalid('/x')],
  ] as const)('about a dispute: %s', (_, path, body, expected) =>
    expectProblem(system, ...posted(`${TO_DISPUTE}${path}`, body), expected),
  );

  it.each([
    ['of text', 'text/plain'],
    ['of a form', 'application/x-www-form-urlencoded'],
    ['of a form in parts', 'multipart/form-data; boundary=x'],
    ['of XML', 'application/xml'],
    ['of JSON lines', 'application/jsonl'],
    ['of nothing known', 'x'],
  ])('with a body %s', (_, type) =>
    expectProblem(system, ...posted(REGISTER, registration(), { 'content-type': type }), MEDIA_TYPE),
  );
  it('with a body of no type at all', () => expectProblem(system, ...posted(REGISTER, registration(), {}), MEDIA_TYPE));

  it.each(['x', '"x"', '-1', '1.5', '"1', '"0", "1"', '0x0', '99999999999', '""'])('with If-Match: %s', (ifMatch) =>
    expectProblem(
      system,
      ...posted(`${TO_DISPUTE}/acceptance`, '{}', { ...JSON_TYPE, 'if-match': ifMatch }),
      invalid('If-Match'),
    ),
  );
  it.each(['1', '"1"', 'W/"1"', '"999"'])('with an If-Match the dispute is not at: %s', async (ifMatch) => {
    const request = posted(`${TO_DISPUTE}/acceptance`, '{}', { ...JSON_TYPE, 'if-match': ifMatch });
    await expectProblem(system, ...request, { status: 412, code: 'stale-revision' });
    expect((await system.call(...request)).body['revision']).toBe(0);
  });

  it.each([
    ['that is empty', ''],
    ['with a space', 'a b'],
    ['beyond ASCII', 'caf\xe9'],
    ['of 256 characters', 'k'.repeat(256)],
  ])('with an Idempotency-Key %s', (_, key) =>
    expectProblem(
      system,
      ...posted(REGISTER, registration(), { ...JSON_TYPE, 'idempotency-key': key }),
      invalid('Idempotency-Key'),
    ),
  );

  it('with an Idempotency-Key that was used for something else', async () => {
    const headers = { ...JSON_TYPE, 'idempotency-key': 'k'.repeat(255) };
    const first = await system.call(...posted(REGISTER, registration(), headers));
    expect(first.status).toBe(201);
    const reused = { status: 422, code: 'idempotency-key-reused' };
    await expectProblem(system, ...posted(REGISTER, registration('"headcount":3'), headers), reused);
    await expectProblem(system, ...posted(`${TO_DISPUTE}/acceptance`, '{}', headers), reused);
    const again = await system.call(...posted(REGISTER, registration(), headers));
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', first.body]);
  });

  it.each([
    ['nowhere', 'GET', '/nowhere', NOT_FOUND],
    ['below the API', 'GET', '/api/village/v1/nothing', NOT_FOUND],
    ['at a tier that is none', 'POST', '/api/province/v1/disputes', NOT_FOUND],
    ['at a use case that the tier lacks', 'POST', '/api/village/v1/referrals', NOT_FOUND],
    ['with a method the address does not take', 'DELETE', REGISTER, NOT_FOUND],
    ['with another such method', 'PUT', `${TO_DISPUTE}/closure`, NOT_FOUND],
    ['with a GET for a POST', 'GET', `${TO_DISPUTE}/closure`, NOT_FOUND],
    ['at an address that cannot be decoded', 'GET', `${REGISTER}/%zz`, BAD_REQUEST],
    ['at a dispute called half a surrogate pair', 'GET', `${REGISTER}/%ED%A0%80`, BAD_REQUEST],
    ['at a dispute that is none', 'GET', `${REGISTER}/none`, UNKNOWN],
    ['at a dispute called NUL', 'GET', `${REGISTER}/%00`, BAD_REQUEST],
    ['to a dispute called NUL', 'POST', `${REGISTER}/%00/acceptance`, BAD_REQUEST],
    ['at a list called NUL', 'GET', '/api/center/v1/worklists/%00', BAD_REQUEST],
    ['for what holds NUL', 'GET', '/api/center/v1/disputes?q=a%00b', BAD_REQUEST],
    ['from a page that there never was', 'GET', '/api/center/v1/handoffs?cursor=eyJ9', invalid('/cursor')],
    ['for a page without end', 'GET', '/api/center/v1/disputes?limit=1e9', invalid('/limit')],
    ['for what nobody can filter by', 'GET', '/api/center/v1/handoffs?kind[$ne]=x', invalid('/kind[$ne]')],
    ['for the summary of a day that does not exist', 'GET', '/api/center/v1/summary?from=2025-02-30', invalid('/from')],
    ['to a dispute of another kind of id', 'POST', `${REGISTER}/..%2F..%2Fetc/acceptance`, UNKNOWN],
    [
      'at a dispute with an endless id',
      'GET',
      `${REGISTER}/${'9'.repeat(3_000)}`,
      { status: 414, code: 'address-too-long' },
    ],
  ] as const)('%s', (_, method, path, expected) => {
    const [
      url,
      {
        headers: { authorization },
      },
    ] = posted(path, undefined);
    return expectProblem(system, url, { method, headers: { authorization } }, expected);
  });

  it('has left the dispute as it was', async () => {
    const { body } = await village.get(`/disputes/${id}`);
    expect([body['revision'], body['phase'], body['custodian']]).toEqual([0, 'registered', VILLAGE]);
  });
});

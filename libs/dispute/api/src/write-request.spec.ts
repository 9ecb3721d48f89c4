import { parseWrite, type WriteRequest } from '@mediation/aggregate-api';
import type { DisputeUseCaseName } from '@mediation/dispute/domain';
import { InvalidAppend } from '@mediation/event-store/port';
import { ProblemError } from '@mediation/nest';
import { DISPUTE_CALLS } from './dispute.calls';
import { EXAMPLES } from './examples';

import { DISPUTE_ROUTES, type DisputeRoute } from './routes';

const CALLER = { sub: 'm1', org: '370402102-committee', roles: ['mediator'] };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[57][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PARAMS: Readonly<Record<string, string>> = {
  mediator: '123456',
  handoff: 'h1',
  agreement: '1',
  aid: '1',
  record: '1',
  risk: 'petition',
};

const routeOf = (useCase: DisputeUseCaseName): DisputeRoute =>
  DISPUTE_ROUTES.find((each) => each.useCase === useCase) ?? DISPUTE_ROUTES[0]!;
const asking = (change: Partial<WriteRequest> = {}): WriteRequest => ({
  params: { id: 'd1' },
  body: undefined,
  idempotencyKey: undefined,
  ifMatch: undefined,
  caller: CALLER,
  ...change,
});
const parse = (useCase: DisputeUseCaseName, change: Partial<WriteRequest>) =>
  parseWrite(DISPUTE_CALLS, routeOf(useCase), asking(change));
const consent = (change: Partial<WriteRequest>) =>
  parse('RecordConsent', { body: { party: 'p1', consents: true }, ...change });

const faultOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof ProblemError
      ? [error.problem.status, error.problem.code, error.problem.errors?.map(({ pointer }) => pointer)]
      : error;
  }
  return 'none';
};

describe('a write', () => {
  it.each(DISPUTE_ROUTES.map((route) => [route.useCase, route] as const))(
    'is read from the example of %s',
    (useCase, route) => {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const params = Object.fromEntries(names.map((name) => [name, PARAMS[name] ?? 'd1']));
      expect(parseWrite(DISPUTE_CALLS, route, asking({ params, body: EXAMPLES[useCase] })).command.type).toBe(useCase);
    },
  );

  it('has its fields from the body and from the path, the numbers there as numbers', () => {
    const signature = parse('SignAgreement', { params: { id: 'd1', agreement: '2' }, body: { party: 'p1' } });
    expect(signature.command).toEqual({ type: 'SignAgreement', data: { agreement: 2, party: 'p1' } });
    // An id that is all digits is an id all the same.
    const params = { id: 'd1', mediator: '123456' };
    const { command } = parse('RecuseMediator', { params, body: { ground: 'interest' } });
    expect(command.data).toEqual({ mediator: '123456', ground: 'interest' });
  });

  it('may say when it happened, which is no field of the command', () => {
    const occurredAt = '2025-03-01T09:00:00+08:00';
    const { command, meta } = parse('AcceptDispute', { body: { occurredAt } });
    expect([command.data, meta.occurredAt]).toEqual([{}, occurredAt]);
    expect(parse('AcceptDispute', {}).meta.occurredAt).toBeUndefined();
  });

  it('goes to the dispute in the path, in the name of the caller', () => {
    const { id, meta } = parse('AcceptDispute', { ifMatch: '"3"' });
    expect(id).toBe('d1');
    expect(meta).toEqual({
      stream: 'dispute-d1',
      actor: CALLER,
      commandId: expect.stringMatching(UUID) as unknown,
      occurredAt: undefined,
      expectedRevision: 3,
      creates: undefined,
      idempotency: undefined,
    });
  });

  it('that opens a dispute gives it an id of its own, whatever it should match', () => {
    const { id, meta } = parse('RegisterDispute', {
      params: {},
      body: EXAMPLES.RegisterDispute,
      ifMatch: '"3"',
    });
    expect([id, meta.stream]).toEqual([meta.commandId, `dispute-${meta.commandId}`]);
    expect([meta.creates, meta.expectedRevision]).toEqual([true, undefined]);
  });

  it.each([
    ['an array', [], [400, 'bad-request', undefined]],
    ['a text', 'x', [400, 'bad-request', undefined]],
    ['a false', false, [400, 'bad-request', undefined]],
    ['an unknown field', { party: 'p1', consents: true, id: 'd2' }, [400, 'invalid-input', ['/id']]],
    ['two wrong fields', { party: 'x', consents: 1 }, [400, 'invalid-input', ['/party', '/consents']]],
    [
      'a time of nowhere',
      { party: 'p1', consents: true, occurredAt: '2025-03-01' },
      [400, 'invalid-input', ['/occurredAt']],
    ],
  ])('is refused with %s for its body', (_, body, expected) => {
    expect(faultOf(() => consent({ body }))).toEqual(expected);
  });

  it('is refused with what no store can keep', () => {
    for (const party of ['\u0000', '\ud800'])
      expect(faultOf(() => consent({ body: { party } }))).toBeInstanceOf(InvalidAppend);
  });

  it('is refused when it says twice what the path says', () => {
    const twice = () => parse('SealAgreement', { params: { id: 'd1', agreement: '1' }, body: { agreement: 1 } });
    expect(faultOf(twice)).toEqual([400, 'invalid-input', ['/agreement']]);
  });
});

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"0"', 0],
    ['W/"12"', 12],
    [' 7 ', 7],
  ])('%p means revision %p', (ifMatch, revision) => {
    expect(consent({ ifMatch }).meta.expectedRevision).toBe(revision);
  });

  it.each(['', '"', '"1', '1"', 'W/1', '""', '-1', '1.0', '0x1', '1234567890', '"1", "2"', '１'])(
    '%p is none',
    (ifMatch) => {
      expect(faultOf(() => consent({ ifMatch }))).toEqual([400, 'invalid-input', ['If-Match']]);
    },
  );
});

describe('an Idempotency-Key', () => {
  const keyed = (change: Partial<WriteRequest> = {}) => consent({ idempotencyKey: 'k-1', ...change });
  const { idempotency: first, commandId } = keyed().meta;

  it('with the same request is the same command', () => {
    const reordered = keyed({ body: { consents: true, party: 'p1' } });
    expect([reordered.meta.idempotency, reordered.meta.commandId]).toEqual([first, commandId]);
    expect(commandId).toMatch(UUID);
    expect(consent({}).meta.commandId).not.toBe(consent({}).meta.commandId);
  });

  it.each<[string, () => ReturnType<typeof keyed>]>([
    ['another body', () => keyed({ body: { party: 'p2', consents: true } })],
    ['another time', () => keyed({ body: { party: 'p1', consents: true, occurredAt: '2025-03-01T09:00:00Z' } })],
    ['another dispute', () => keyed({ params: { id: 'd2' } })],
    ['another use case', () => parse('AcceptDispute', { idempotencyKey: 'k-1' })],
  ])('with %s has another fingerprint', (_, other) => {
    const { meta } = other();
    expect(meta.idempotency?.key).toBe(first?.key);
    expect([meta.idempotency?.fingerprint === first?.fingerprint, meta.commandId === commandId]).toEqual([
      false,
      false,
    ]);
  });

  it('is its caller’s own, and is not kept in clear', () => {
    for (const change of [{ sub: 'm2' }, { org: '370402101-committee' }]) {
      expect(keyed({ caller: { ...CALLER, ...change } }).meta.idempotency?.key).not.toBe(first?.key);
    }
    expect(keyed({ caller: { ...CALLER, roles: ['system'] } }).meta.idempotency?.key).toBe(first?.key);
    expect(first?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of an outside system is the system’s own, whatever body it files to, which belongs to what it says', () => {
    const filed = (system: string, org: string) =>
      keyed({ system, caller: { sub: 'intake', org, roles: ['system'] } }).meta.idempotency;
    const here = filed('urn:a', '370402102-committee');
    const elsewhere = filed('urn:a', '370402103-committee');
    expect(elsewhere?.key).toBe(here?.key);
    expect(elsewhere?.fingerprint).not.toBe(here?.fingerprint);
    expect(filed('urn:b', '370402102-committee')?.key).not.toBe(here?.key);
    expect(here?.key).not.toBe(first?.key);
  });

  it.each(['', ' ', 'a b', 'a\tb', '键', 'caf\u00e9', 'k'.repeat(256)])('%p is none', (idempotencyKey) => {
    expect(faultOf(() => consent({ idempotencyKey }))).toEqual([400, 'invalid-input', ['Idempotency-Key']]);
  });
  it('may have 255 characters', () =>
    expect(consent({ idempotencyKey: '~'.repeat(255) }).meta.idempotency).toBeDefined());
});

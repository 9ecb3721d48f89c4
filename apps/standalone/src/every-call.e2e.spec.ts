import type { Role } from '@mediation/access';
import type { Route } from '@mediation/aggregate-api';
import { DISPUTE_ROUTES } from '@mediation/dispute/api';
import type { JsonObject, Tier } from '@mediation/kernel';
import { SCREENING_ROUTES } from '@mediation/screening/api';
import { SUBSIDY_CALLS } from '@mediation/subsidy/api';
import { describeWithPostgres } from '@mediation/testing';
import { expectProblem } from './spec/expect-problem';
import { openApiFaults, type Document } from './spec/openapi.fixture';
import { startSystem, type System } from './spec/system.fixture';

/** Bodies of another township: none of them may know of the dispute. */
const FOREIGN: Readonly<Record<Tier, string>> = {
  village: '370402101200-committee',
  township: '370402101-committee',
  district: '370402-medical',
};
/** Who files referrals; a village has no such room. */
const ROOM: Readonly<Record<Tier, string>> = {
  ...FOREIGN,
  township: '370402101-pretrial-room',
  district: '370402-court',
};
/** Who plans screenings. */
const CENTRE: Readonly<Record<Tier, string>> = { ...FOREIGN, township: '370402101-center', district: '370402-center' };

/** Bodies that may open one, where not any body may. */
const OPENED_BY: Readonly<Record<string, Readonly<Record<Tier, string>>>> = {
  ReferDispute: ROOM,
  PlanScreening: CENTRE,
};
const UNKNOWN: Readonly<Record<string, string>> = {
  disputes: 'dispute-unknown',
  screenings: 'screening-unknown',
  subsidies: 'dispute-unknown',
};
const OTHER_TIER: Readonly<Record<Tier, Tier>> = { village: 'township', township: 'district', district: 'village' };
const PARAMETERS: Readonly<Record<string, string>> = {
  mediator: '370402102-m1',
  handoff: 'h1',
  agreement: '1',
  aid: '1',
  record: '1',
  risk: 'petition',
  finding: 'f1',
  orgCode: '370402102-committee',
};

/** To the system no dispute is foreign; what its own calls name is not there. */
const UNKNOWN_TO_THE_SYSTEM: Readonly<Record<string, string>> = {
  LapseHandoff: 'handoff-unknown',
  ExpireTimeLimit: 'time-limit-unknown',
};

/** Every row of the tables in every tier that it names. */
const CALLS = [...DISPUTE_ROUTES, ...SCREENING_ROUTES, ...SUBSIDY_CALLS.routes].flatMap((route: Route) =>
  route.tiers.map((tier) => [`${tier} ${route.useCase}`, tier, route] as const),
);
const templateOf = (tier: Tier, { path }: Route) => `/api/${tier}/v1${path.replace(/:(\w+)/g, '{$1}')}`;

/** The calculator is asked, and changes nothing. */
const DEADLINES = '/api/center/v1/deadlines';
/** Of a party's view, which changes no dispute. */
const PARTY = ['/api/center/v1/disputes/{id}/party-codes', '/api/center/v1/party/sessions'];
/** The centre's own business, not a dispute's. */
const WEBHOOKS = ['', '/{id}/secret', '/{id}/test', '/{id}/replay'].map((path) => `/api/center/v1/webhooks${path}`);

describeWithPostgres('every call there is', () => {
  let system: System;
  let document: Document;
  let id: string;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    system = await startSystem();
    document = (await system.call('/openapi.json')).body as Document;
    const village = await system.desk('370402102200-committee', 'mediator');
    id = String((await village.post('/disputes', exampleOf('village', DISPUTE_ROUTES[0]!))).body['id']);
  });
  afterAll(() => system.close());

  const exampleOf = (tier: Tier, route: Route): JsonObject => {
    const { requestBody } = document.paths[templateOf(tier, route)]!['post']! as unknown as {
      requestBody: { content: { 'application/json': { example: JsonObject } } };
    };
    return requestBody.content['application/json'].example;
  };
  const addressOf = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name] ?? id);
  const tokenOf = async (org: string, role: string) =>
    (tokens[`${org} ${role}`] ??= await system.token(org, role as Role));
  const example = async (tier: Tier, route: Route, [org, role]: readonly [string, string]) => ({
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(org, role)}`, 'content-type': 'application/json' },
    body: JSON.stringify(exampleOf(tier, route)),
  });

  it('is in the OpenAPI document, and no other', () => {
    const posts = Object.entries(document.paths).filter(([, item]) => 'post' in item);
    const inTables = CALLS.map(([, tier, route]) => templateOf(tier, route));
    expect(posts.map(([path]) => path).sort()).toEqual([...inTables, DEADLINES, ...PARTY, ...WEBHOOKS].sort());
  });

  it('is described as OpenAPI 3.0.3 has it', () => {
    expect(openApiFaults(document)).toEqual([]);
  });

  it('needs a token', async () => {
    for (const [template, item] of Object.entries(document.paths)) {
      for (const [method, { security }] of Object.entries(item)) {
        // An empty list is how OpenAPI says that a call needs none.
        if (Array.isArray(security) && security.length === 0) continue;
        const missing = { status: 401, code: 'token-missing' };
        await expectProblem(system, addressOf(template), { method: method.toUpperCase() }, missing);
      }
    }
  });

  it.each(CALLS)('is taken as its example shows it, and shows a foreign body nothing: %s', async (_, tier, route) => {
    const org = (OPENED_BY[route.useCase] ?? FOREIGN)[tier];
    const call = await example(tier, route, [org, route.roles[0]!]);
    const address = addressOf(templateOf(tier, route));
    if (route.creates) {
      const { status, body } = await system.call(address, call);
      expect([status, body['code']]).toEqual([201, undefined]);
      return;
    }
    const code = UNKNOWN_TO_THE_SYSTEM[route.useCase] ?? UNKNOWN[route.path.split('/')[1]!]!;
    await expectProblem(system, address, call, { status: 404, code });
  });

  it.each(CALLS)('is for its roles and its tier: %s', async (_, tier, route) => {
    const address = addressOf(templateOf(tier, route));
    const asAuditor = await example(tier, route, [FOREIGN[tier], 'auditor']);
    await expectProblem(system, address, asAuditor, { status: 403, code: 'role-not-allowed' });
    if (route.roles.every((role) => role === 'system')) return;
    const fromElsewhere = await example(tier, route, [FOREIGN[OTHER_TIER[tier]], route.roles[0]!]);
    await expectProblem(system, address, fromElsewhere, { status: 403, code: 'wrong-tier' });
  });

  it.each(['village', 'township', 'district'] as const)('that reads shows a foreign body nothing: %s', async (tier) => {
    const papers = ['dossier', 'dossier.zip', 'documents', 'documents/agreement'].map((each) => `/${each}`);
    const ofDispute = ['', '/history', ...papers].map((each) => `/disputes/${id}${each}`);
    for (const path of [...ofDispute, `/subsidies/${id}`]) {
      const address = `/api/${tier}/v1${path}`;
      const as = async (org: string) => ({ headers: { authorization: `Bearer ${await tokenOf(org, 'auditor')}` } });
      await expectProblem(system, address, await as(FOREIGN[tier]), { status: 404, code: 'dispute-unknown' });
      await expectProblem(system, address, await as(FOREIGN[OTHER_TIER[tier]]), { status: 403, code: 'wrong-tier' });
    }
  });

  it('of the centre shows a foreign body nothing', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(FOREIGN.township, 'mediator')}` };
    const unknown = { status: 404, code: 'dispute-unknown' };
    await expectProblem(system, `/api/center/v1/disputes/${id}`, { headers }, unknown);
    const worklist = '/api/center/v1/worklists/370402102-committee';
    await expectProblem(system, worklist, { headers }, { status: 404, code: 'worklist-unknown' });
  });
});

describe('the check of the document', () => {
  const document = (change: object): Document => ({
    openapi: '3.0.3',
    info: { title: 't', version: '1' },
    paths: { '/a/{id}': { get: operation(change) } },
  });
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const operation = (change: object) => ({
    operationId: 'read',
    parameters: [id],
    responses: { 200: { description: 'OK' } },
    ...change,
  });

  it.each([
    ['nothing', {}, []],
    ['a parameter that is missing', { parameters: [] }, ['get /a/{id}: path parameters []']],
    [
      'a parameter twice',
      { parameters: [id, { ...id, in: 'query' }, { ...id, in: 'query' }] },
      ['get /a/{id}: a parameter twice'],
    ],
    ['no answer', { responses: {} }, ['get /a/{id}: no responses']],
    ['an answer without words', { responses: { 200: {} } }, ['get /a/{id}/200: no description']],
    [
      'a word of another dialect',
      {
        requestBody: {
          content: { x: { schema: { type: 'object', properties: { a: { type: 'string', const: 1 } } } } },
        },
      },
      ['get /a/{id}/x/properties/a: const is no word of a schema'],
    ],
    [
      'something required that is not there',
      { requestBody: { content: { x: { schema: { type: 'object', required: ['b'] } } } } },
      ['get /a/{id}/x: b is required and not there'],
    ],
    [
      'a reference that leads nowhere',
      { responses: { 200: { description: 'OK', content: { x: { schema: { $ref: '#/components/schemas/No' } } } } } },
      ['#/components/schemas/No leads nowhere'],
    ],
  ])('finds %s', (_, change, faults) => expect(openApiFaults(document(change))).toEqual(faults));
});

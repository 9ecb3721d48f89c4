import type { DisputeEvent, LinkRelation } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import type {
  HotSpotsAnswer,
  LinkedDisputesAnswer,
  RepeatPartiesAnswer,
  WarningsAnswer,
} from '../hot-spots/hot-spots.answer';
import { Client } from 'pg';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import { ELSEWHERE, OFFICE, POLICE, registered, TOWNSHIP, VILLAGE } from './story';

const TOWN: Who = { org: '370402102-center', role: 'center-officer' };
const COMMITTEE: Who = { org: VILLAGE, role: 'mediator' };
const MARCH = 'from=2025-03-01&to=2025-03-31';

const linked = (to: string, relation: LinkRelation): DisputeEvent => ({
  type: 'DisputeLinked',
  data: { to, relation, personal: {} },
});
const people = (p1: object, p2: object = { name: '乙某' }) => ({ personal: { p1, p2 } });
const worker = people({ name: '丙某某', identityNumber: '示例-3' });
const party = (id: string, kind: 'natural-person' | 'legal-person', minor = false) =>
  ({ id, kind, role: id === 'p1' ? 'applicant' : 'respondent', minor }) as const;

const asSuperuser = async ({ database }: TestCenter, sql: string): Promise<void> => {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
};

describeWithPostgres('hot spots', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    const company = { parties: [party('p1', 'natural-person'), party('p2', 'legal-person')] };
    await center.record(
      'a',
      VILLAGE,
      registered({
        ...worker,
        ...company,
        disputeType: 'labour',
        personal: { ...worker.personal, p2: { name: '示例公司' } },
      }),
      linked('b', 'related'),
    );
    await center.record(
      'b',
      VILLAGE,
      registered({
        ...company,
        personal: { p1: { name: '丙某某', identityNumber: '示例-3' }, p2: { name: '示例公司' } },
      }),
    );
    await center.record(
      'c',
      TOWNSHIP,
      registered({
        custodian: TOWNSHIP,
        place: '370402102',
        personal: { p1: { name: '丙某某', identityNumber: '示例-4' }, p2: { name: '乙某' } },
      }),
      linked('a', 'distinct'),
      linked('b', 'distinct'),
    );
    await center.record(
      'd',
      ELSEWHERE,
      registered({
        custodian: ELSEWHERE,
        place: '370402103',
        parties: [party('p1', 'natural-person', true), party('p2', 'natural-person')],
        personal: { p1: { name: '丁某', phone: '10000000004' }, p2: { name: '乙某' } },
      }),
      linked('e', 'duplicate'),
    );
    await center.record(
      'e',
      ELSEWHERE,
      registered({
        custodian: ELSEWHERE,
        place: '370402103',
        parties: [party('p1', 'natural-person', true), party('p2', 'natural-person')],
        personal: { p1: { name: '丁某', phone: '10000000004' }, p2: { name: '戊某' } },
      }),
    );
    await center.record(
      'february',
      VILLAGE,
      registered({
        registeredAt: '2025-02-03T09:00:00+08:00',
        personal: { p1: { name: '己某' }, p2: { name: '庚某' } },
      }),
    );
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const read = async <Answer>(query: string, who?: Who): Promise<Answer> => {
    const { status, body } = await center.get(`hot-spots${query}`, who);
    expect(status).toBe(200);
    return body as unknown as Answer;
  };

  it('count each place by type, all divisions of the directory among them, beside the period before', async () => {
    const { places, rules: _, ...rest } = await read<HotSpotsAnswer>(`?${MARCH}`);
    expect(rest).toEqual({ from: '2025-03-01', to: '2025-03-31', total: 5, byType: { labour: 1, neighbourhood: 4 } });
    expect(
      places.map(({ division, count, before, byType }) => [division.code, division.name, count, before, byType]),
    ).toEqual([
      ['370402', '示例区', 0, 0, {}],
      ['370402102', '示例镇', 1, 0, { neighbourhood: 1 }],
      ['370402102001', '示例村', 2, 1, { labour: 1, neighbourhood: 1 }],
      ['370402103', '邻镇', 2, 0, { neighbourhood: 2 }],
    ]);
    expect((await read<HotSpotsAnswer>(`?${MARCH}&type=labour`)).total).toBe(1);
    expect((await read<HotSpotsAnswer>(`?${MARCH}&org=370402103`)).total).toBe(2);
  });

  it('are those of the caller’s own area or body', async () => {
    expect((await read<HotSpotsAnswer>(`?${MARCH}`, TOWN)).total).toBe(3);
    expect((await read<HotSpotsAnswer>(`?${MARCH}`, COMMITTEE)).total).toBe(2);
    expect((await read<HotSpotsAnswer>(`?${MARCH}`, { org: OFFICE, role: 'judicial-office-officer' })).total).toBe(3);
    expect((await read<HotSpotsAnswer>(`?${MARCH}`, { org: POLICE, role: 'police-officer' })).total).toBe(0);
  });

  it('tell who is a party to several, by number or as an organisation, masked where the caller may not know', async () => {
    const { parties } = await read<RepeatPartiesAnswer>(`/repeat-parties?${MARCH}`);
    expect(
      parties.map(({ name, organisation, disputes }) => [name, organisation, disputes.map(({ id }) => id)]),
    ).toEqual([
      ['示例公司', true, ['b', 'a']],
      ['丙某某', false, ['b', 'a']],
      ['未成年人', false, ['e', 'd']],
    ]);
    const auditor = { org: '370402-medical', role: 'auditor' };
    const masked = await read<RepeatPartiesAnswer>(`/repeat-parties?${MARCH}`, auditor);
    expect(masked.parties.map(({ name }) => name)).toEqual(['示例公司', '丙**', '未成年人']);
    expect((await center.get(`hot-spots/repeat-parties?${MARCH}`)).text).not.toMatch(/[0-9a-f]{32}|丁某|示例-3/);
  });

  it('join what people linked into groups, without what was told apart', async () => {
    const { groups } = await read<LinkedDisputesAnswer>(`/linked-disputes?${MARCH}`);
    expect(groups.map(({ disputes, ...rest }) => ({ ...rest, ids: disputes.map(({ id }) => id) }))).toEqual([
      { size: 2, duplicates: 0, related: 1, ids: ['a', 'b'] },
      { size: 2, duplicates: 1, related: 0, ids: ['d', 'e'] },
    ]);
    expect((await read<LinkedDisputesAnswer>('/linked-disputes?from=2025-02-01&to=2025-02-28')).groups).toEqual([]);
    expect((await read<LinkedDisputesAnswer>(`/linked-disputes?${MARCH}`, TOWN)).groups).toHaveLength(1);
  });

  it('tell courts and police neither who comes again nor what is linked', async () => {
    const police = { org: POLICE, role: 'police-officer' };
    expect((await read<RepeatPartiesAnswer>(`/repeat-parties?${MARCH}`, police)).parties).toEqual([]);
    expect((await read<LinkedDisputesAnswer>(`/linked-disputes?${MARCH}`, police)).groups).toEqual([]);
  });

  it('say that there is too little history before two years of it, and then tell an unusual rise', async () => {
    const warnings = () => read<WarningsAnswer>('/warnings?month=2025-03-31');
    expect(await warnings()).toMatchObject({
      status: 'insufficient-history',
      months: 1,
      warnings: [],
      month: { complete: false },
    });
    await asSuperuser(
      center,
      `
      INSERT INTO views.funnel_1 (key, registered_on, body, place, dispute_type, custodian, path, township, registered_tier, registered_month, changed)
      SELECT 'h' || n, month, '${VILLAGE}', '370402102001', 'contract', '${VILLAGE}', '{}'::jsonb, '370402102', 'village', month, 'z' || n
      FROM (SELECT n, ('2025-03-01'::date - make_interval(months => n))::date AS month FROM generate_series(1, 30) AS n) AS past
      UNION ALL SELECT 'n' || n, '2025-03-02', '${VILLAGE}', '370402102001', 'contract', '${VILLAGE}', '{}', '370402102', 'village', '2025-03-01', 'z' || n
      FROM generate_series(1, 20) AS n`,
    );
    const tested = await warnings();
    expect(tested).toMatchObject({
      status: 'tested',
      months: 30,
      method: { falseAlarmsPerMonth: 1, leastCount: 3, leastMonths: 24 },
    });
    expect(tested.method.families.reduce((sum, { expectedFalseAlarms }) => sum + expectedFalseAlarms, 0)).toBeLessThan(
      1,
    );
    expect(tested.warnings).toContainEqual(
      expect.objectContaining({
        family: 'village-type',
        type: 'contract',
        count: 20,
        division: expect.objectContaining({ name: '示例村' }),
      }),
    );
  });
});

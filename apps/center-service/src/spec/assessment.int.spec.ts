import type { DisputeEvent } from '@mediation/dispute/domain';
import type { JsonObject } from '@mediation/kernel';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import { accepted, agreedOrally, ELSEWHERE, POLICE, registered, VILLAGE } from './story';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((each) => `${each}0000000-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
  string,
];
const appointed = (mediator: string): DisputeEvent => ({
  type: 'MediatorAppointed',
  data: { proceeding: 1, mediator, how: 'assigned' },
});

describeWithPostgres('the assessment', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    center.clock.set('2025-03-31T09:00:00+08:00');
    const visited: DisputeEvent = {
      type: 'FollowUpVisited',
      data: { visitedOn: '2025-03-20', satisfaction: 'satisfied', escalationSigns: false, personal: {} },
    };
    await center.record(A, VILLAGE, registered(), accepted(), appointed('m1'), ...agreedOrally(), visited);
    await center.record(B, VILLAGE, registered(), accepted(), appointed('m2'), {
      type: 'MediationFailed',
      data: { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] },
    });
    await center.record(C, VILLAGE, registered(), accepted(), appointed('m1'), {
      type: 'MediationTerminated',
      data: { proceeding: 1, reason: 'withdrawn', routes: [] },
    });
    // Told late: it is not known at the end of March.
    center.clock.set('2025-04-02T09:00:00+08:00');
    await center.record(
      D,
      ELSEWHERE,
      registered({ custodian: ELSEWHERE, place: '370402103001' }),
      accepted({ body: ELSEWHERE }),
      ...agreedOrally('2025-03-28'),
    );
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const MARCH = 'from=2025-03-01&to=2025-03-31';
  const read = async (path: string, who?: Who) => {
    const { status, body } = await center.get(path, who);
    expect(status).toBe(200);
    return body;
  };
  const success = (values: unknown) => (values as Readonly<Record<string, JsonObject>>)['success'];
  const rows = async (path: string) =>
    ((await read(path))['rows'] as readonly JsonObject[]).map(({ key, values }) => [key, success(values)?.['rate']]);

  it('counts by body, with what is left out', async () => {
    const body = await read(`assessment?${MARCH}`);
    expect(success(body['total'])).toStrictEqual({
      numerator: 2,
      denominator: 3,
      excluded: { withdrawn: 1 },
      rate: 66.67,
    });
    expect(await rows(`assessment?${MARCH}`)).toStrictEqual([
      [VILLAGE, 50],
      [ELSEWHERE, 100],
    ]);
    expect((body['formulas'] as readonly JsonObject[])[1]).toMatchObject({
      id: 'success',
      denominator: { zh: '达成协议的与调解不成的之和' },
    });
  });

  it('counts by mediator, and is null rather than all where nothing has a result', async () => {
    expect(await rows(`assessment?${MARCH}&by=mediator&org=370402102`)).toStrictEqual([
      ['m1', 100],
      ['m2', 0],
    ]);
    expect(await rows(`assessment?from=2025-03-01&to=2025-03-05`)).toStrictEqual([
      [VILLAGE, null],
      [ELSEWHERE, null],
    ]);
  });

  it('is the same again as of a day that is past', async () => {
    expect(await rows(`assessment?${MARCH}&asOf=2025-03-31`)).toStrictEqual([[VILLAGE, 50]]);
  });

  it('opens each figure into its files', async () => {
    const files = async (query: string) => {
      const { items } = await read(`assessment/${query}`);
      return (items as readonly JsonObject[]).map(({ dispute, part, reason }) => [dispute, reason ?? part]);
    };
    expect(await files(`success/files?${MARCH}&org=370402102`)).toStrictEqual([[A, 'numerator']]);
    expect(await files(`success/files?${MARCH}&org=370402102&part=denominator`)).toStrictEqual([
      [A, 'numerator'],
      [B, 'denominator'],
    ]);
    expect(await files(`success/files?${MARCH}&part=excluded`)).toStrictEqual([[C, 'withdrawn']]);
    expect(await files(`satisfaction/files?${MARCH}&mediator=m1`)).toStrictEqual([[A, 'numerator']]);
    expect((await center.get('assessment/nothing/files')).status).toBe(404);
  });

  it('shows a body its own, and the police nothing', async () => {
    const total = async (org: string, role: string) => {
      const { total } = await read(`assessment?${MARCH}`, { org, role });
      return success(total)?.['denominator'];
    };
    expect([await total(ELSEWHERE, 'mediator'), await total(POLICE, 'police-officer')]).toStrictEqual([1, 0]);
  });
});

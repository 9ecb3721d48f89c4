import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { expectProblem } from './spec/expect-problem';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const POLICE = '370402102-police';
const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执（示例）',
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000001' },
    { role: 'respondent', name: '示例乙' },
  ],
};

interface Pair {
  dispute: { id: string };
  other: { id: string };
  state: string;
}

describeWithPostgres('the same quarrel told at two doors', () => {
  let system: System;
  let village: Desk;
  let police: Desk;
  let center: Desk;
  beforeAll(async () => {
    system = await startSystem();
    village = await system.desk(VILLAGE, 'mediator');
    police = await system.desk(POLICE, 'police-officer');
    center = await system.desk('370402-center', 'center-officer');
  });
  afterAll(() => system.close());

  const pairs = async (state: string, count: number): Promise<readonly Pair[]> =>
    eventually(`${count} ${state} pairs`, async () => {
      const { body } = await center.get(`/api/center/v1/possible-duplicates?state=${state}`);
      const { items } = body as unknown as { items: readonly Pair[] };
      return items.length === count ? items : notYet(items);
    });

  it('is flagged, and leaves the list when a person at the district’s centre has linked the two', async () => {
    const first = String((await village.post('/disputes', REGISTRATION)).body['id']);
    const second = String((await police.post('/disputes', { ...REGISTRATION, source: 'hotline-110' })).body['id']);
    expect(await pairs('open', 1)).toMatchObject([
      { dispute: { id: second }, other: { id: first }, matches: ['people', 'place', 'time'], score: 6 },
    ]);

    const link = { to: second, relation: 'duplicate', note: '同一件事' };
    const unseen = { status: 422, code: 'no-such-other-dispute', pointers: ['/to'] };
    const refused = (desk: Desk, to: string, expected: { status: number; code: string }) =>
      expectProblem(
        system,
        `/api/${desk === center ? 'district' : 'village'}/v1/disputes/${first}/links`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ ...link, to }),
        },
        expected,
      );
    // The committee may not see what the police station has, and nobody links a dispute to itself or to nothing.
    await refused(village, second, unseen);
    await refused(center, first, unseen);
    await refused(center, '0195c3a0-0000-7000-8000-000000000001', unseen);
    await refused(center, 'x', { status: 400, code: 'invalid-input' });

    expect((await center.post(`/disputes/${first}/links`, link)).body).toEqual({ id: first, revision: 1 });
    expect(await pairs('open', 0)).toEqual([]);
    expect(await pairs('linked', 1)).toMatchObject([{ dispute: { id: second }, relation: 'duplicate' }]);
    const { body } = await center.get(`/api/center/v1/disputes/${first}`);
    const { timeline } = body as unknown as { timeline: readonly { type: string; detail: object }[] };
    expect(timeline.at(-1)).toMatchObject({ type: 'DisputeLinked', detail: { to: second, relation: 'duplicate' } });
  });
});

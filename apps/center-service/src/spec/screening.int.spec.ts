import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@mediation/kernel';
import { applyBatch } from '@mediation/projecting/engine';
import { screeningStream, type ScreeningEvent } from '@mediation/screening/domain';
import { screeningCodec } from '@mediation/screening/stored-events';
import { describeWithPostgres } from '@mediation/testing';
import { contextOf, viewGroupOf } from '../views/contexts';
import { projectionPool } from '../views/projecting';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';

const PLAN = '0195c3a0-0000-7000-8000-00000000000a';
const DISPUTE = '0195c3a0-0000-7000-8000-000000000001';
const [EAST, WEST, OTHER] = ['370402102001', '370402102002', '370402103001'];
const DISTRICT: Who = { org: '370402-center', role: 'center-officer' };
const OFFICE: Who = { org: '370402102-judicial-office', role: 'judicial-office-officer' };
const VILLAGE: Who = { org: `${EAST}-committee`, role: 'mediator' };
const COURT: Who = { org: '370402-court', role: 'court-clerk' };

const round = (place: string, late = false) => ({
  kind: 'concentrated' as const,
  place,
  body: `${place}-committee`,
  heldOn: '2025-01-09',
  late,
});
const finding = (id: string, place: string): ScreeningEvent => {
  const { late: _, ...where } = round(place);
  const what = { disputeType: 'neighbourhood', headcount: 4, riskGrade: 'yellow' } as const;
  return {
    type: 'FindingReported',
    data: { finding: id, ...where, ...what, personal: { file: { text: `线索${id}（示例）` } } },
  };
};

/** In the order they were recorded, by the day of recording. */
const STORY: readonly (readonly [day: string, ...events: readonly ScreeningEvent[]])[] = [
  [
    '2025-01-05',
    {
      type: 'ScreeningPlanned',
      data: {
        planner: DISTRICT.org,
        kind: 'concentrated',
        theme: '元旦春节集中排查',
        from: '2025-01-06',
        to: '2025-01-24',
        dueOn: '2025-01-27',
        places: [EAST!, WEST!, OTHER!],
      },
    },
  ],
  [
    '2025-01-09',
    { type: 'RoundReported', data: { ...round(EAST!), findings: 2 } },
    finding('f1', EAST!),
    finding('f2', EAST!),
  ],
  ['2025-01-20', { type: 'FindingBecameDispute', data: { finding: 'f1', dispute: DISPUTE } }],
  ['2025-02-03', { type: 'ZeroReported', data: round(WEST!, true) }],
  ['2025-02-10', { type: 'ScreeningClosed', data: { missing: [OTHER!] } }],
];

describeWithPostgres('the centre’s screenings', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    for (const [day, ...events] of STORY) {
      const at = `${day}T10:00:00+08:00`;
      const actor = { sub: 'u1', org: DISTRICT.org, roles: ['center-officer'] };
      const metadata = {
        occurredAt: at,
        recordedAt: at,
        actor,
        commandId: randomUUID(),
        command: 'Test',
        rules: 'test',
      };
      const stored = events.map((event) => ({ id: randomUUID(), metadata, ...screeningCodec.encode(event) }));
      await center.journal.append(screeningStream(PLAN), stored, 'any');
    }
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const items = async (path: string, who: Who) =>
    ((await center.get(`screening/${path}`, who)).body['items'] ?? []) as readonly JsonObject[];
  const counts = async (who: Who, asOf: string) => {
    const [plan] = await items(`plans?asOf=${asOf}`, who);
    if (plan === undefined) return undefined;
    const { state, places, reported, zero, late, missing, findings, unsettled } = plan;
    return [state, places, reported, zero, late, missing, findings, unsettled];
  };

  it('are counted as of a day: nothing is overdue on the due day, and late stays late', async () => {
    expect(await counts(DISTRICT, '2025-01-05')).toEqual(['open', 3, 0, 0, 0, 3, 0, 0]);
    expect(await counts(DISTRICT, '2025-01-19')).toEqual(['open', 3, 1, 0, 0, 2, 2, 2]);
    expect(await counts(DISTRICT, '2025-01-27')).toEqual(['open', 3, 1, 0, 0, 2, 2, 1]);
    expect(await counts(DISTRICT, '2025-01-28')).toEqual(['overdue', 3, 1, 0, 0, 2, 2, 1]);
    expect(await counts(DISTRICT, '2025-02-09')).toEqual(['overdue', 3, 2, 1, 1, 1, 2, 1]);
    expect(await counts(DISTRICT, '2025-02-10')).toEqual(['closed', 3, 2, 1, 1, 1, 2, 1]);
  });

  it('show a body its own area only, and a court nothing', async () => {
    expect(await counts(OFFICE, '2025-02-10')).toEqual(['closed', 2, 2, 1, 1, 0, 2, 1]);
    expect(await counts(VILLAGE, '2025-02-10')).toEqual(['closed', 1, 1, 0, 0, 0, 2, 1]);
    expect(await counts(COURT, '2025-02-10')).toBeUndefined();
    expect((await center.get(`screening/plans/${PLAN}`, COURT)).status).toBe(404);
    expect((await center.get('screening/plans/no-id', DISTRICT)).body['code']).toBe('screening-unknown');
    expect(await items('findings', COURT)).toEqual([]);
  });

  it('tell village by village who has reported', async () => {
    const progress = async (who: Who, asOf: string) => {
      const { body } = await center.get(`screening/plans/${PLAN}?asOf=${asOf}`, who);
      return (body['progress'] as readonly { place: string; state: string; round?: { late: boolean } }[]).map(
        ({ place, state, round: held }) => [place, state, held?.late],
      );
    };
    expect(await progress(DISTRICT, '2025-01-27')).toEqual([
      [EAST, 'reported', false],
      [WEST, 'waiting', undefined],
      [OTHER, 'waiting', undefined],
    ]);
    expect(await progress(DISTRICT, '2025-02-10')).toEqual([
      [EAST, 'reported', false],
      [WEST, 'zero', true],
      [OTHER, 'missing', undefined],
    ]);
    expect(await progress(VILLAGE, '2025-02-10')).toEqual([[EAST, 'reported', false]]);
  });

  it('find plans by state, kind, place and period', async () => {
    const found = async (query: string) => (await items(`plans?${query}`, DISTRICT)).length;
    expect(await found('state=closed&kind=concentrated&place=370402103&from=2025-01-24&to=2025-01-06')).toBe(1);
    for (const none of ['state=open', 'kind=regular', 'place=370402101', 'from=2025-01-25', 'to=2025-01-05']) {
      expect([none, await found(none)]).toEqual([none, 0]);
    }
  });

  it('list findings with what became of them, page by page', async () => {
    const [page, all] = [await center.get('screening/findings?limit=1', VILLAGE), await items('findings', VILLAGE)];
    const next = await items(`findings?limit=1&cursor=${String(page.body['next'])}`, VILLAGE);
    expect([...(page.body['items'] as JsonObject[]), ...next]).toEqual(all);
    expect(
      all.map(({ finding: id, outcome, dispute, settledOn, facts }) => [id, outcome, dispute, settledOn, facts]),
    ).toEqual([
      ['f2', undefined, undefined, undefined, '线索f2（示例）'],
      ['f1', 'dispute', DISPUTE, '2025-01-20', '线索f1（示例）'],
    ]);
    expect(await items('findings?outcome=none', VILLAGE)).toEqual([all[0]]);
    expect(await items(`findings?plan=${PLAN}&outcome=dispute&type=neighbourhood&place=370402102`, OFFICE)).toEqual([
      all[1],
    ]);
    expect(await items('findings', { org: `${WEST}-committee`, role: 'mediator' })).toEqual([]);
  });

  it('have one row a round, which the return counts by, and the same rows when a batch comes twice', async () => {
    const pool = projectionPool(center.database.appUrl);
    try {
      const read = async () =>
        Promise.all(
          ['screening_plans', 'screening_rounds', 'screening_findings'].map(
            async (view) => (await pool.query<JsonObject>(`SELECT * FROM views.${view} ORDER BY key`)).rows,
          ),
        );
      const before = await read();
      const group = viewGroupOf(contextOf('screening_rounds')!, pool);
      await applyBatch(group, { events: await center.journal.readAll({ limit: 100 }), after: undefined });
      expect(await read()).toEqual(before);
      const { rows } = await pool.query<JsonObject>(
        'SELECT tier, division, concentrated, held_on::text, recorded_on::text, zero, findings FROM views.screening_rounds ORDER BY key',
      );
      const of = (division: string) => ({ tier: 'village', division, concentrated: true, held_on: '2025-01-09' });
      expect(rows).toEqual([
        { ...of(EAST!), recorded_on: '2025-01-09', zero: false, findings: 2 },
        { ...of(WEST!), recorded_on: '2025-02-03', zero: true, findings: 0 },
      ]);
    } finally {
      await pool.end();
    }
  });
});

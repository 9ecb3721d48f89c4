import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import type { FunnelAnswer } from '../funnel/funnel.answer';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import {
  accepted,
  agreedOrally,
  ELSEWHERE,
  offered,
  OFFICE,
  POLICE,
  registered,
  takenOver,
  TOWNSHIP,
  VILLAGE,
} from './story';

const DISTRICT: Who = { org: '370402-center', role: 'center-officer' };
const TOWN: Who = { org: '370402102-center', role: 'center-officer' };
const COMMITTEE: Who = { org: VILLAGE, role: 'mediator' };
const POLICEMAN: Who = { org: POLICE, role: 'police-officer' };

const failed: DisputeEvent = {
  type: 'MediationFailed',
  data: { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] },
};
const closed: DisputeEvent = { type: 'DisputeClosed', data: { outcome: 'failed', closedOn: '2025-03-10' } };
const returned: DisputeEvent = {
  type: 'HandoffReturned',
  data: { handoff: 'h1', reason: 'no-capacity', returnedAt: '2025-03-09T10:00:00+08:00', bounce: 1, personal: {} },
};
const MARCH = 'from=2025-03-01&to=2025-03-31';

describeWithPostgres('the funnel', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    await center.record('settled', VILLAGE, registered(), accepted(), ...agreedOrally());
    await center.record(
      'upward',
      VILLAGE,
      registered(),
      accepted(),
      failed,
      offered(TOWNSHIP),
      ...takenOver(TOWNSHIP),
      accepted({ proceeding: 2, body: TOWNSHIP }),
      { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: '2025-03-11' } },
    );
    await center.record('back', VILLAGE, registered(), accepted(), offered(TOWNSHIP), returned);
    await center.record('lost', VILLAGE, registered({ disputeType: 'contract' }), accepted(), failed, closed);
    await center.record('elsewhere', ELSEWHERE, registered({ custodian: ELSEWHERE, place: '370402103' }));
    await center.record(
      'police',
      POLICE,
      registered({ custodian: POLICE }),
      offered(TOWNSHIP, { from: POLICE, kind: 'police-link' }),
      ...takenOver(TOWNSHIP, POLICE),
    );
    await center.record(
      'february',
      VILLAGE,
      registered({ registeredAt: '2025-02-03T09:00:00+08:00' }),
      accepted({ acceptedOn: '2025-02-04' }),
      ...agreedOrally('2025-03-02'),
    );
    await center.record('last-year', VILLAGE, registered({ registeredAt: '2024-03-03T09:00:00+08:00' }));
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const read = async (query: string, who?: Who) => {
    const { status, body } = await center.get(`funnel?${query}`, who);
    expect(status).toBe(200);
    return body as unknown as FunnelAnswer;
  };
  const ids = async (query: string, who?: Who): Promise<string[]> => {
    const { status, body } = await center.get(`funnel/disputes?${query}`, who);
    expect(status).toBe(200);
    return (body['items'] as { id: string }[]).map(({ id }) => id).sort();
  };

  it('counts what was registered in the period, as it stood at its end', async () => {
    const { figures, flows, previous, yearEarlier, ...rest } = await read(MARCH);
    expect(figures).toMatchObject({
      registered: 6,
      registeredByTier: { village: 4, township: 2, district: 0 },
      settled: 2,
      settledByTier: { village: 1, township: 1, district: 0 },
      settledByChannel: { peoples: 2, administrative: 0, judicial: 0 },
      settledByStep: { first: 1, again: 0, 'after-escalation': 1, 'after-directive': 0, 'after-link': 0 },
      unresolved: 1,
      unresolvedByReason: { failed: 1 },
      unresolvedByDestination: { 'told-litigation': 1 },
      open: 3,
      wentUp: 1,
      wentUpByRoute: { 'village-township': 1 },
      wentUpByReason: { 'mediation-failed': 1 },
      cameBack: 1,
      cameBackByHow: { returned: 1 },
      rates: { inVillage: { part: 1, whole: 2, share: 0.5 }, inTownship: { part: 2, whole: 2, share: 1 } },
    });
    expect(flows).toContainEqual({ from: 'village', to: 'settled:township', count: 1 });
    // Settled in March, but in February it was open.
    expect([
      previous.from,
      previous.to,
      previous.figures.registered,
      previous.figures.settled,
      previous.figures.open,
    ]).toEqual(['2025-02-01', '2025-02-28', 1, 0, 1]);
    expect([yearEarlier.from, yearEarlier.to, yearEarlier.figures.registered]).toEqual(['2024-03-01', '2024-03-31', 1]);
    expect(rest).toMatchObject({ from: '2025-03-01', to: '2025-03-31', asOf: '2025-03-12', complete: false });
  });

  it('has a step for each month or quarter, which add up', async () => {
    const months = await read('from=2025-01-01&to=2025-03-31');
    expect(months.steps.map(({ from, figures }) => [from, figures.registered, figures.settled])).toEqual([
      ['2025-01-01', 0, 0],
      ['2025-02-01', 1, 1],
      ['2025-03-01', 6, 2],
    ]);
    const quarters = await read('from=2025-01-01&to=2025-03-31&step=quarter');
    expect(quarters.steps.map(({ from, to, figures }) => [from, to, figures.registered])).toEqual([
      ['2025-01-01', '2025-03-31', 7],
    ]);
    expect((await read('')).from).toBe('2024-04-01');
  });

  it('opens each figure into its files', async () => {
    const { figures } = await read(MARCH);
    const of = (figure: string) => ids(`${MARCH}&figure=${figure}`);
    expect(await of('settled:township')).toEqual(['upward']);
    expect(await of('settled:*:peoples')).toEqual(['settled', 'upward']);
    expect(await of('settled:*:*:first')).toEqual(['settled']);
    expect(await of('unresolved:failed:told-litigation')).toEqual(['lost']);
    expect(await of('open')).toEqual(['back', 'elsewhere', 'police']);
    expect(await of('up:village-township')).toEqual(['upward']);
    expect(await of('down')).toEqual(['back']);
    expect(await of('registered')).toHaveLength(figures.registered);
    expect(await ids(`${MARCH}&tier=township`)).toEqual(['elsewhere', 'police']);
    expect(await ids('from=2025-02-01&to=2025-02-28&figure=open')).toEqual(['february']);
    expect(await ids('from=2025-02-01&to=2025-02-28&until=2025-03-31&figure=settled')).toEqual(['february']);
    const page = await center.get(`funnel/disputes?${MARCH}&limit=2`);
    expect(page.body).toMatchObject({ figure: 'registered', next: expect.any(String) });
  });

  it('shows each body its own, and a township its own area', async () => {
    expect((await read(MARCH, TOWN)).figures.registered).toBe(5);
    expect((await read(`${MARCH}&org=370402103`, TOWN)).figures.registered).toBe(0);
    expect((await read(`${MARCH}&org=370402103`, DISTRICT)).figures.registered).toBe(1);
    expect((await read(`${MARCH}&org=${VILLAGE}`)).figures.registered).toBe(4);
    expect((await read(MARCH, COMMITTEE)).figures.registered).toBe(4);
    // A judicial office guides committees, and only them.
    expect((await read(MARCH, { org: OFFICE, role: 'judicial-office-officer' })).figures.registered).toBe(4);
    expect(await ids(MARCH, COMMITTEE)).toEqual(['back', 'lost', 'settled', 'upward']);
    expect(await ids(`${MARCH}&figure=registered`, { org: ELSEWHERE, role: 'mediator' })).toEqual(['elsewhere']);
  });

  it('tells a police body nothing of how its dispute was handed on', async () => {
    expect((await read(MARCH, POLICEMAN)).figures).toMatchObject({ registered: 1, wentUp: 0, cameBack: 0 });
    expect(await ids(`${MARCH}&figure=up`, POLICEMAN)).toEqual([]);
  });

  it('counts a month again once something of it has changed', async () => {
    await center.record('settled', VILLAGE, {
      type: 'DisputeReopened',
      data: { reason: 'breach', reopenedOn: '2025-03-12' },
    });
    await center.record('new', VILLAGE, registered({ registeredAt: '2025-03-12T09:00:00+08:00' }));
    await center.caughtUp();
    expect((await read(MARCH)).figures).toMatchObject({ registered: 7, settled: 1, open: 5 });
  });

  it.each([
    ['from=2025-03-02', '/from'],
    ['to=2025-03-30', '/to'],
    ['from=2025-04-01&to=2025-03-31', '/from'],
    ['from=2015-01-01&to=2025-03-31', '/from'],
    ['step=day', '/step'],
    ['org=mayor', '/org'],
  ])('refuses %s', async (query, pointer) => {
    const { status, body } = await center.get(`funnel?${query}`);
    expect([status, (body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([400, pointer]);
  });
});

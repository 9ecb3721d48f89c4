import { disputeStream, type DisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { Json, JsonObject } from '@mediation/kernel';
import { subsidyStream, type SubsidyEvent } from '@mediation/subsidy/domain';
import { subsidyCodec } from '@mediation/subsidy/stored-events';
import { describeWithPostgres } from '@mediation/testing';
import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import { accepted, agreedOrally, POLICE, registered, VILLAGE } from './story';

const BUREAU = '370402-justice-bureau';
const OFFICE = '370402102-judicial-office';
const ids = 'abcdefg'.split('').map((each) => `${each}0000000-0000-4000-8000-000000000000`.replace('g', 'f'));
const [A, B, C, D, E, F] = ids as [string, string, string, string, string, string];

const claimed = (more: Partial<Extract<SubsidyEvent, { type: 'SubsidyClaimed' }>['data']> = {}): SubsidyEvent => ({
  type: 'SubsidyClaimed',
  data: {
    body: VILLAGE,
    dossier: '(2025)第1号',
    mediators: ['m1'],
    claimedBy: 'chair',
    difficulty: 'general',
    result: 'oral-agreement',
    rate: 'subsidy-oral',
    amountFen: 1500,
    disputeRevision: 9,
    sameAs: [],
    claimedOn: '2025-03-20',
    ...more,
  },
});
const reviewed: SubsidyEvent = {
  type: 'SubsidyReviewed',
  data: { by: OFFICE, reviewer: 'o', reviewedOn: '2025-03-21' },
};
const approved: SubsidyEvent = {
  type: 'SubsidyApproved',
  data: { by: BUREAU, amountFen: 1500, approvedOn: '2025-03-22' },
};
const paid: SubsidyEvent = {
  type: 'SubsidyPaid',
  data: { by: BUREAU, amountFen: 1500, batch: '=Q1', disputeRevision: 9, paidOn: '2025-03-31' },
};
/** A file that is archived; the forms of an empty one are not asked here. */
const archived = (n: number): readonly DisputeEvent[] => [
  {
    type: 'DossierOpened',
    data: { number: `(2025)第${n}号`, body: VILLAGE, year: 2025, serial: n, openedOn: '2025-03-07' },
  },
  { type: 'DisputeClosed', data: { outcome: 'settled', closedOn: '2025-03-08' } },
  { type: 'DisputeArchived', data: { retention: 'long', archivedOn: '2025-03-09' } },
];

describeWithPostgres('subsidies at the centre', () => {
  let center: TestCenter;
  const append = async (stream: string, events: readonly { type: string; data: JsonObject }[]) => {
    const metadata = {
      occurredAt: center.clock.now(),
      recordedAt: center.clock.now(),
      actor: { sub: 'u1', org: VILLAGE, roles: ['mediator'] },
      commandId: randomUUID(),
      command: 'Test',
      rules: 'cn@2025-01-01',
    };
    await center.journal.append(
      stream,
      events.map((event) => ({ id: randomUUID(), metadata, ...event })),
      'any',
    );
  };
  const tell = (id: string, ...events: readonly DisputeEvent[]) =>
    append(
      disputeStream(id),
      events.map((event) => disputeCodec.encode(event)),
    );
  const pay = (id: string, ...events: readonly SubsidyEvent[]) =>
    append(
      subsidyStream(id),
      events.map((event) => subsidyCodec.encode(event)),
    );

  beforeAll(async () => {
    center = await openTestCenter();
    center.clock.set('2025-04-10T09:00:00+08:00');
    const story = [registered(), accepted(), ...agreedOrally()];
    for (const [n, id] of [A, B, C, D, E].entries()) await tell(id, ...story, ...archived(n + 1));
    // Mediated, and its file still open.
    await tell(F, ...story);
    // E was opened again: its file is not archived now.
    await tell(E, { type: 'DisputeReopened', data: { reason: 'new-application', reopenedOn: '2025-03-25' } });
    await pay(A, claimed(), reviewed, approved, paid);
    await pay(B, claimed({ dossier: '(2025)第2号', mediators: ['m2'], claimedOn: '2025-03-22' }), reviewed);
    await pay(C, claimed({ dossier: '(2025)第3号' }), reviewed, approved, paid);
    // After both were paid somebody saw that they are one dispute.
    await tell(A, { type: 'DisputeLinked', data: { to: C, relation: 'duplicate', personal: {} } });
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const read = async (path: string, who?: Who) => {
    const { status, body } = await center.get(path, who);
    expect(status).toBe(200);
    return body;
  };
  const disputes = (body: JsonObject) => (body['items'] as readonly JsonObject[]).map((item) => item['dispute']);

  it('are listed with the rule that gives each amount, and the sums of all', async () => {
    const body = await read('subsidies?limit=2');
    expect(disputes(body)).toStrictEqual([B, C]);
    expect((body['items'] as readonly Json[])[1]).toStrictEqual({
      dispute: C,
      dossier: '(2025)第3号',
      body: { body: VILLAGE },
      mediators: ['m1'],
      difficulty: 'general',
      result: 'oral-agreement',
      amountFen: 1500,
      rate: {
        rule: 'subsidy-oral',
        zh: '口头协议案件补贴',
        en: 'Case that ended in an oral agreement',
        source: '青岛市人民调解案件补贴经费管理办法（2025）',
        article: '—',
        certainty: 'unsure',
        pack: 'cn@2025-01-01',
      },
      phase: 'paid',
      archived: true,
      claimedOn: '2025-03-20',
      reviewedOn: '2025-03-21',
      approvedOn: '2025-03-22',
      paidOn: '2025-03-31',
      batch: '=Q1',
    });
    expect(body['totals']).toStrictEqual({
      files: 3,
      amountFen: 4500,
      byPhase: { paid: { files: 2, amountFen: 3000 }, reviewed: { files: 1, amountFen: 1500 } },
    });
    expect(disputes(await read(`subsidies?limit=2&cursor=${String(body['next'])}`))).toStrictEqual([A]);
  });

  it('of one mediator, body, phase or period', async () => {
    expect(disputes(await read('subsidies?mediator=m2'))).toStrictEqual([B]);
    expect(disputes(await read('subsidies?phase=paid'))).toStrictEqual([C, A]);
    expect(disputes(await read('subsidies?from=2025-03-21&to=2025-03-31'))).toStrictEqual([B]);
    expect(disputes(await read('subsidies?org=370402103'))).toStrictEqual([]);
    expect((await center.get('subsidies?from=2025-04-01&to=2025-03-01')).status).toBe(400);
  });

  it('that were paid twice for one dispute are a finding', async () => {
    const { findings } = await read('subsidies');
    expect(findings).toStrictEqual([{ disputes: [A, C], amountFen: 3000 }]);
  });

  it('reconcile with the files: each in exactly one place', async () => {
    const body = await read('subsidies/reconciliation?place=excluded');
    const none = { files: 0, amountFen: 0 };
    const places = {
      paid: { files: 2, amountFen: 3000 },
      recovered: none,
      'in-hand': { files: 1, amountFen: 1500 },
      unclaimed: none,
      excluded: { files: 1, amountFen: 0 },
      reopened: { files: 1, amountFen: 0 },
    };
    expect(body).toMatchObject({
      files: 5,
      places,
      listedFen: { paid: 3000, inHand: 1500 },
      agrees: true,
      bodies: [{ body: VILLAGE, files: 5, places }],
      // Its papers were never filed: archived by hand in this test alone.
      excludedBy: [{ rule: 'subsidy-file-complete', files: 1 }],
      items: [{ dispute: D, dossier: '(2025)第4号', place: 'excluded', rule: 'subsidy-file-complete' }],
    });
    expect(disputes(await read('subsidies/reconciliation?place=in-hand'))).toStrictEqual([B]);
    expect(await read('subsidies/reconciliation?from=2025-03-10')).toMatchObject({ files: 0, agrees: true });
  });

  it('are nothing that police or another township reads', async () => {
    for (const org of [POLICE, '370402103-committee']) {
      const who = { org, role: org === POLICE ? 'police-officer' : 'mediator' };
      expect(disputes(await read('subsidies', who))).toStrictEqual([]);
      expect(await read('subsidies/reconciliation', who)).toMatchObject({ files: 0 });
    }
  });

  it('are written for the finance office, the same bytes each time', async () => {
    const url = '/api/center/v1/subsidies.xlsx';
    const headers = { authorization: `Bearer ${BUREAU} district-supervisor` };
    const [one, two] = await Promise.all([1, 2].map(() => center.app.inject({ method: 'GET', url, headers })));
    expect(one?.rawPayload.equals(two!.rawPayload)).toBe(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(one!.rawPayload as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet('补贴清单')!;
    expect(sheet.getCell('A1').value).toBe('人民调解个案补贴清单（2025-01-01 至 2025-04-10）');
    expect([3, 4, 5].map((row) => sheet.getCell(row, 2).value)).toStrictEqual([
      '(2025)第1号',
      '(2025)第3号',
      '(2025)第2号',
    ]);
    expect([sheet.getCell(6, 1).value, sheet.getCell(6, 8).value]).toStrictEqual(['合计', 45]);
    const csv = await center.get('subsidies.csv');
    const lines = csv.text.split('\r\n');
    expect([lines.length, lines[1]]).toStrictEqual([
      6,
      '1,"(2025)第1号","370402102001-committee","m1","一般","口头协议","口头协议案件补贴（青岛市人民调解案件补贴经费管理办法（2025））",15,"已发放","2025-03-20","2025-03-21","2025-03-22","2025-03-31","\'=Q1"',
    ]);
  });
});

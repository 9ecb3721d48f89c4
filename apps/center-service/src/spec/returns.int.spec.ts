import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import ExcelJS from 'exceljs';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';

const A = 'a0000000-0000-4000-8000-000000000001';
const B = 'b0000000-0000-4000-8000-000000000002';
const VILLAGE = '370402102001-committee';
const TOWNSHIP_CENTRE: Who = { org: '370402102-center', role: 'center-officer' };
const COMMITTEE: Who = { org: VILLAGE, role: 'mediator' };
const POLICE: Who = { org: '370402102-police', role: 'police-officer' };

const registered = (custodian: string): DisputeEvent => ({
  type: 'DisputeRegistered',
  data: {
    source: 'application',
    disputeType: 'neighbourhood',
    custodian,
    place: '370402102001',
    parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: false }],
    headcount: 2,
    registeredAt: '2025-02-10T09:00:00+08:00',
    personal: {},
  },
});
const accepted = (body: string): DisputeEvent => ({
  type: 'DisputeAccepted',
  data: { proceeding: 1, channel: 'peoples', body, acceptedOn: '2025-02-11' },
});

describeWithPostgres('official returns, over HTTP', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    center.clock.set('2025-02-11T10:00:00+08:00');
    await center.record(A, VILLAGE, registered(VILLAGE), accepted(VILLAGE));
    await center.record(B, VILLAGE, registered(VILLAGE));
    // After the fifth of March, by which February is filed.
    center.clock.set('2025-03-06T00:00:00+08:00');
    await center.record(B, VILLAGE, accepted(VILLAGE));
    center.clock.set('2025-03-12T09:00:00+08:00');
    await center.caughtUp();
  }, 60_000);
  afterAll(() => center.close());

  const cells = (body: unknown, row: string, column: string) =>
    (body as { rows: { key: string; cells: Record<string, object> }[] }).rows.find(({ key }) => key === row)?.cells[
      column
    ];

  it('are listed with their periods, the latest first, and the day each is filed', async () => {
    const { status, body } = await center.get('returns');
    expect([status, body['org']]).toEqual([200, '370402']);
    expect((body['kinds'] as unknown as { kind: string }[]).map(({ kind }) => kind)).toEqual(['justice', 'governance']);
    const periods = body['periods'] as unknown as { code: string; filedOn: string }[];
    expect(periods.map(({ code, filedOn }) => `${code} ${filedOn}`)).toEqual([
      '2025 2026-01-05',
      '2025-H1 2025-07-05',
      '2025-Q1 2025-04-05',
      '2025-03 2025-04-05',
      '2025-02 2025-03-05',
      '2025-01 2025-02-05',
    ]);
  });

  it('tell what was known on the filing day, and later facts beside it', async () => {
    const { status, body } = await center.get('returns/justice?period=2025-02&asOf=2025-03-11');
    expect([status, body['filedOn'], body['provisional']]).toEqual([200, '2025-03-05', false]);
    expect(body['org']).toEqual({ code: '370402', name: '示例区' });
    expect(cells(body, 'neighbourhood', 'accepted')).toEqual({ original: 1, correction: 1 });
    const filed = await center.get('returns/justice?period=2025-02&asOf=2025-03-05');
    expect(cells(filed.body, 'neighbourhood', 'accepted')).toEqual({ original: 1, correction: 0 });
  });

  it('are provisional up to today, and before the period is filed', async () => {
    const isProvisional = async (query: string) =>
      (await center.get(`returns/governance?${query}`)).body['provisional'];
    expect(await isProvisional('period=2025-02')).toBe(true);
    expect(await isProvisional('period=2025-02&asOf=2025-03-12')).toBe(true);
    expect(await isProvisional('period=2025-02&asOf=2025-03-04')).toBe(true);
    expect(await isProvisional('period=2025-02&asOf=2025-03-11')).toBe(false);
  });

  it('come as CSV that Excel reads, with the formulas', async () => {
    const { status, headers, text } = await center.get('returns/justice?period=2025-02&asOf=2025-03-11&format=csv');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('人民调解案件情况统计表')}`,
    );
    expect(text.startsWith('﻿人民调解案件情况统计表,2025年2月,示例区\r\n')).toBe(true);
    expect(text).toContain('\r\n邻里,1,1,');
    expect(text).toContain('首次受理日期在期内');
  });

  it('come as a workbook laid out as the form, the same bytes every time', async () => {
    const url = '/api/center/v1/returns/governance?period=2025-02&asOf=2025-03-11&format=xlsx';
    const take = async () =>
      (
        await center.app.inject({
          method: 'GET',
          url,
          headers: { authorization: 'Bearer 370402-center center-officer' },
        })
      ).rawPayload;
    const [first, second] = [await take(), await take()];
    expect(first.equals(second)).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(first as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['报表', '勾稽', '口径']);
    const form = book.getWorksheet('报表')!;
    expect(form.getCell('A1').value).toBe('矛盾纠纷排查情况表（2025年2月）');
    expect(form.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true });
    // 排查数 and 调处数 of the villages: two found, one handled as filed and one more since.
    expect(['B5', 'G5', 'B6', 'G6', 'H6'].map((cell) => form.getCell(cell).value)).toEqual([
      '排查数',
      2,
      '调处数',
      1,
      1,
    ]);
  });

  it('open each figure into the files behind it, with what each adds to the original and the correction', async () => {
    const { body } = await center.get(
      'returns/justice/files?period=2025-02&asOf=2025-03-11&row=neighbourhood&column=accepted',
    );
    expect(body['total']).toBe(2);
    expect(
      (body['items'] as unknown as { dispute: string; original: number; correction: number }[])
        .map(({ dispute, original, correction }) => [dispute, original, correction])
        .sort(),
    ).toEqual([
      [A, 1, 0],
      [B, 0, 1],
    ]);
    const unknown = await center.get('returns/justice/files?period=2025-02&row=nowhere&column=accepted');
    expect([unknown.status, unknown.body['code']]).toEqual([400, 'invalid-request']);
  });

  it('are read by the body itself and by those over the whole of an area', async () => {
    const own = await center.get('returns/justice?period=2025-02&asOf=2025-03-11', COMMITTEE);
    expect([own.status, own.body['org']]).toEqual([200, { code: VILLAGE }]);
    const township = await center.get('returns/justice?period=2025-02', TOWNSHIP_CENTRE);
    expect([township.status, township.body['org']]).toEqual([200, { code: '370402102', name: '示例镇' }]);
    const refused = async (query: string, who: Who) => {
      const { status, body } = await center.get(`returns/justice?period=2025-02${query}`, who);
      return [status, body['code']];
    };
    expect(await refused('&org=370402', TOWNSHIP_CENTRE)).toEqual([403, 'return-not-yours']);
    expect(await refused('&org=370402103', TOWNSHIP_CENTRE)).toEqual([403, 'return-not-yours']);
    expect(await refused('', POLICE)).toEqual([403, 'return-not-yours']);
  });

  it.each(['period=2025-13', 'period=2025-02&asOf=2025-02-30', 'asOf=2025-03-11', 'period=2025-02&org=nowhere'])(
    'are not made for %s',
    async (query) => expect((await center.get(`returns/justice?${query}`)).status).toBe(400),
  );
});

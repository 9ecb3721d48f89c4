import { DOCUMENTS, documentText, type DocumentId } from '@mediation/documents';
import type { JsonObject } from '@mediation/kernel';
import { describeWithPostgres } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import PizZip from 'pizzip';
import { startSystem, type System } from './spec/system.fixture';

const COMMITTEE = '370402102-committee';
const MEDIATOR = '370402102-m1';
const YEAR = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '双方因宅基地滴水发生争执。（示例）',
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000001' },
    { role: 'respondent', name: '示例乙' },
    { role: 'respondent', name: '示例丙丁', minor: true },
  ],
};
const TERMS = '乙方支付三千元，双方互不追究。（示例）';
const CONCESSION = '甲方私下表示两千元也可以。（示例）';

describeWithPostgres('a dispute’s file', () => {
  let system: System;
  let committee: Desk;
  beforeAll(async () => {
    system = await startSystem();
    committee = await system.desk(COMMITTEE, 'mediator');
  });
  afterAll(() => system.close());

  const post = async (desk: Desk, path: string, body: JsonObject = {}): Promise<JsonObject> => {
    const answer = await desk.post(path, body);
    expect([path, answer.status < 300, answer.body['title']]).toEqual([path, true, undefined]);
    return answer.body;
  };
  const fetched = async (desk: Desk, path: string) => {
    const answer = await fetch(`${system.baseUrl}/api/township/v1${path}`, {
      headers: { authorization: `Bearer ${desk.token}` },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const inMediation = async (): Promise<string> => {
    const id = String((await post(committee, '/disputes', REGISTRATION))['id']);
    const at = `/disputes/${id}`;
    await post(committee, `${at}/acceptance`);
    await post(committee, `${at}/mediators`, { mediator: MEDIATOR, how: 'chosen-by-parties' });
    await post(committee, `${at}/rights-notice`);
    await post(committee, `${at}/sessions`, { record: CONCESSION });
    return id;
  };
  const settled = async (): Promise<string> => {
    const id = await inMediation();
    const at = `/disputes/${id}`;
    const obligations = [{ debtor: 'p2', amountFen: 300_000, dueOn: `${YEAR}-12-31` }];
    await post(committee, `${at}/agreements`, { form: 'written', terms: TERMS, obligations });
    for (const party of ['p1', 'p2', 'p3']) await post(committee, `${at}/agreements/1/signatures`, { party });
    await post(committee, `${at}/agreements/1/signatures`, { mediator: MEDIATOR });
    await post(committee, `${at}/agreements/1/seal`);
    await post(committee, `${at}/performance`, { agreement: 1, obligation: 1, amountFen: 300_000 });
    await post(committee, `${at}/follow-ups`, { satisfaction: 'satisfied' });
    await post(committee, `${at}/closure`);
    return id;
  };
  const missingOf = (body: JsonObject) =>
    (body['items'] as unknown as { item: number; missing: readonly { zh: string }[] }[])
      .filter(({ missing }) => missing.length > 0)
      .map(({ item, missing }) => [item, missing.map(({ zh }) => zh)]);

  it('says before the end what is missing, and when it is closed, until every hand is under it', async () => {
    const id = await settled();
    const at = `/disputes/${id}/dossier`;
    const opened = await committee.post(at, {});
    expect([opened.status, opened.body['number']]).toEqual([200, `(${YEAR})孟庄人调字第1号`]);
    await post(committee, `${at}/materials`, { material: 'identity-papers', sheets: 3 });
    const signatures: readonly JsonObject[] = [
      { material: 'application', party: 'p1' },
      ...['p1', 'p2', 'p3'].map((party) => ({ material: 'rights-notice', party })),
      { material: 'rights-notice', mediator: MEDIATOR },
      ...['p1', 'p2'].map((party) => ({ material: 'session-record', party })),
      { material: 'session-record', mediator: MEDIATOR },
      { material: 'follow-up-record', mediator: MEDIATOR },
    ];
    for (const signature of signatures) await post(committee, `${at}/signatures`, signature);

    const lacking = (await committee.get(at)).body;
    expect([lacking['number'], lacking['complete'], missingOf(lacking)]).toEqual([
      `(${YEAR})孟庄人调字第1号`,
      false,
      [[7, ['示例丙丁签名（第1次调解）']]],
    ]);
    const refused = await committee.post(`${at}/archive`, {});
    expect([refused.status, refused.body['code'], refused.body['missing']]).toEqual([
      409,
      'dossier-incomplete',
      [
        expect.objectContaining({
          item: 7,
          material: 'session-record',
          missing: [{ what: 'signature', proceeding: 1, session: 1, party: 'p3' }],
        }),
      ],
    ]);

    await post(committee, `${at}/signatures`, { material: 'session-record', party: 'p3' });
    await post(committee, `${at}/archive`, { retention: 'long' });
    const archived = (await committee.get(at)).body;
    expect([archived['complete'], typeof archived['archivedOn'], missingOf(archived)]).toEqual([true, 'string', []]);
  });

  it('exports as one zip with each paper that is in it', async () => {
    const id = await settled();
    await post(committee, `/disputes/${id}/dossier`);
    const { status, headers, bytes } = await fetched(committee, `/disputes/${id}/dossier.zip`);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/zip',
      'no-store',
    ]);
    const zip = new PizZip(bytes);
    const names = Object.keys(zip.files);
    expect(names).toEqual([
      '00-卷宗封面.docx',
      '00-2-卷内目录.docx',
      '01-人民调解申请书.docx',
      '02-人民调解权利义务告知书.docx',
      '07-人民调解记录.docx',
      '08-人民调解协议书.docx',
      '09-履行凭证.docx',
      '10-人民调解回访记录.docx',
      '12-人民调解结案报告表.docx',
      '13-卷宗封底.docx',
      '目录.json',
    ]);
    const textOf = (name: string) => documentText(zip.files[name]!.asNodeBuffer());
    expect(textOf('08-人民调解协议书.docx')).toContain(TERMS);
    expect(textOf('07-人民调解记录.docx')).toContain(CONCESSION);
    expect(textOf('00-2-卷内目录.docx')).toContain('示例丙丁签名（第1次调解）');
    expect(textOf('00-卷宗封面.docx')).toContain(`(${YEAR})孟庄人调字第`);
    for (const name of names.filter((each) => each.endsWith('.docx')))
      expect(textOf(name)).not.toMatch(/undefined|null|\[object|\{/);
  });

  it('prints one document at a time, under a Chinese name', async () => {
    const id = await settled();
    const { number } = await post(committee, `/disputes/${id}/dossier`);
    const listed = (await committee.get(`/disputes/${id}/documents`)).body['items'] as unknown as {
      id: DocumentId;
      href: string;
    }[];
    expect(listed.map((each) => each.id)).toEqual(
      DOCUMENTS.map((each) => each.id).filter(
        (each) =>
          ![
            ...['court-referral', 'transfer-letter', 'return-letter', 'service-address', 'appraisal-note'],
            ...['undisputed-facts', 'oral-agreement', 'termination-notice', 'court-report'],
            ...['performance-certificate', 'limitation-proof'],
          ].includes(each),
      ),
    );
    for (const { href } of listed) {
      const { status, headers, bytes } = await fetched(committee, href.replace('/api/township/v1', ''));
      expect([href, status, headers.get('content-type')]).toEqual([href, 200, DOCX]);
      expect(documentText(bytes)).not.toMatch(/undefined|\[object|\{/);
    }
    const { headers } = await fetched(committee, `/disputes/${id}/documents/agreement`);
    const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(headers.get('content-disposition') ?? '') ?? [];
    expect(name).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeURIComponent(name)).toBe(`${String(number)}-人民调解协议书.docx`);
    for (const document of ['court-report', 'nothing'])
      expect((await committee.get(`/disputes/${id}/documents/${document}`)).body['code']).toBe('document-unknown');
  });

  it('keeps one number for one dispute, however often it is asked for', async () => {
    const id = await inMediation();
    const key = { 'idempotency-key': 'open-once' };
    const first = await committee.post(`/disputes/${id}/dossier`, {}, key);
    const again = await committee.post(`/disputes/${id}/dossier`, {}, key);
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true']);
    expect((await committee.post(`/disputes/${id}/dossier`, {})).body['code']).toBe('dossier-exists');
    const forced = await committee.post(`/disputes/${id}/dossier`, {
      assigned: { number: '(1999)某人调字第1号', year: 1999, serial: 1 },
    });
    expect([forced.status, forced.body['code']]).toEqual([400, 'invalid-input']);
    const serialOf = (text: unknown) => Number(/第(\d+)号/.exec(String(text))?.[1]);
    const next = await post(committee, `/disputes/${await inMediation()}/dossier`);
    expect(serialOf(next['number'])).toBe(serialOf(first.body['number']) + 1);
  });

  it('is registered number by number, with what became of each', async () => {
    const racing = await inMediation();
    const races = await Promise.all(Array.from({ length: 6 }, () => committee.post(`/disputes/${racing}/dossier`, {})));
    expect(races.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const { items, body, year } = (await committee.get(`/dossier-numbers?year=${YEAR}`)).body as unknown as {
      items: { serial: number; state: string; number: string; dispute: string }[];
      body: string;
      year: number;
    };
    expect([body, year]).toEqual([COMMITTEE, YEAR]);
    expect(items.map(({ serial }) => serial)).toEqual(items.map((_, index) => index + 1));
    expect(items.at(-1)).toMatchObject({ state: 'used', dispute: racing });
    const page = (await committee.get('/dossier-numbers?limit=2')).body as { items: unknown[]; next?: string };
    const rest = (await committee.get(`/dossier-numbers?limit=200&cursor=${page.next}`)).body;
    expect([...page.items, ...(rest['items'] as unknown as unknown[])]).toEqual(items);
    expect((await committee.get('/dossier-numbers?cursor=!')).body['code']).toBe('invalid-input');
    expect((await committee.get('/dossier-numbers?year=1999')).body).toEqual({
      body: COMMITTEE,
      year: 1999,
      items: [],
    });
  });

  it('shows others only what they may have of it', async () => {
    const id = await settled();
    await post(committee, `/disputes/${id}/dossier`);
    const office = await system.desk('370402102-judicial-office', 'judicial-office-officer');
    const idsFor = async (desk: Desk) =>
      ((await desk.get(`/disputes/${id}/documents`)).body['items'] as unknown as { id: string }[]).map(
        (each) => each.id,
      );
    expect(await idsFor(office)).toEqual(
      (await idsFor(committee)).filter((each) => !['session-record', 'investigation-record'].includes(each)),
    );
    expect((await office.get(`/disputes/${id}/dossier`)).status).toBe(200);
    for (const path of ['dossier.zip', 'documents/session-record'])
      expect([403, 404]).toContain((await office.get(`/disputes/${id}/${path}`)).status);
    const foreign = await system.desk('370402101-committee', 'mediator');
    for (const path of ['dossier', 'dossier.zip', 'documents', 'documents/agreement'])
      expect((await foreign.get(`/disputes/${id}/${path}`)).body['code']).toBe('dispute-unknown');
  });
});

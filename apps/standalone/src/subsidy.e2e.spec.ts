import type { JsonObject } from '@mediation/kernel';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { startSystem, type System } from './spec/system.fixture';

const COMMITTEE = '370402102-committee';
const OFFICE = '370402102-judicial-office';
const BUREAU = '370402-justice-bureau';
const MEDIATOR = '370402102-m1';

const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '双方因宅基地滴水发生争执。（示例）',
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000001' },
    { role: 'respondent', name: '示例乙' },
  ],
};
const BATCH = { batch: '示例批次-01' };

interface Reconciled {
  readonly files: number;
  readonly places: Readonly<Record<string, { readonly files: number; readonly amountFen: number }>>;
  readonly listedFen: { readonly paid: number; readonly inHand: number };
  readonly agrees: boolean;
}

describeWithPostgres('the subsidies of a district', () => {
  let system: System;
  let committee: Desk;
  let office: Desk;
  let bureau: Desk;
  beforeAll(async () => {
    system = await startSystem();
    committee = await system.desk(COMMITTEE, 'committee-chair');
    office = await system.desk(OFFICE, 'judicial-office-officer');
    bureau = await system.desk(BUREAU, 'district-supervisor');
  });
  afterAll(() => system.close());

  const post = async (desk: Desk, path: string, body: JsonObject = {}): Promise<JsonObject> => {
    const answer = await desk.post(path, body);
    expect([path, answer.status < 300, answer.body['title']]).toEqual([path, true, undefined]);
    return answer.body;
  };
  /** What a refusal rests on. */
  const refused = async (desk: Desk, path: string, body: JsonObject = {}) => {
    const { status, body: problem } = await desk.post(path, body);
    return [status, problem['rule'] ?? problem['code'], typeof (problem['article'] ?? '—')];
  };

  const mediate = async (at: string, proceeding: number) => {
    await post(committee, `${at}/acceptance`);
    await post(committee, `${at}/mediators`, { mediator: MEDIATOR, how: 'chosen-by-parties' });
    await post(committee, `${at}/rights-notice`);
    await post(committee, `${at}/sessions`, { record: '双方到场，各让一步。（示例）' });
    await post(committee, `${at}/agreements`, { form: 'written', terms: '改装落水管。（示例）' });
    const signatures = `${at}/agreements/${proceeding}/signatures`;
    for (const party of ['p1', 'p2']) await post(committee, signatures, { party });
    await post(committee, signatures, { mediator: MEDIATOR });
    await post(committee, `${at}/agreements/${proceeding}/seal`);
    await post(committee, `${at}/follow-ups`, { satisfaction: 'satisfied' });
    await post(committee, `${at}/closure`);
  };
  const registered = async () => String((await post(committee, '/disputes', REGISTRATION))['id']);
  const sign = async (at: string, signature: JsonObject) => {
    for (const by of [{ party: 'p1' }, { party: 'p2' }, { mediator: MEDIATOR }])
      await post(committee, `${at}/dossier/signatures`, { ...signature, ...by });
  };
  const archivedCase = async (): Promise<string> => {
    const id = await registered();
    const at = `/disputes/${id}`;
    await mediate(at, 1);
    await post(committee, `${at}/dossier`);
    await post(committee, `${at}/dossier/materials`, { material: 'identity-papers', sheets: 2 });
    await post(committee, `${at}/dossier/signatures`, { material: 'application', party: 'p1' });
    await post(committee, `${at}/dossier/signatures`, { material: 'follow-up-record', mediator: MEDIATOR });
    for (const material of ['rights-notice', 'session-record']) await sign(at, { material });
    await post(committee, `${at}/dossier/archive`);
    return id;
  };
  const approved = async (id: string) => {
    await post(committee, `/subsidies/${id}/claim`);
    await post(office, `/subsidies/${id}/review`, { decision: 'passed' });
    await post(bureau, `/subsidies/${id}/approval`);
  };
  /** Once the centre shows the last step. */
  const reconciled = (paidFiles: number): Promise<Reconciled> =>
    eventually('the files are reconciled', async () => {
      const body = (await bureau.get('/api/center/v1/subsidies/reconciliation')).body as unknown as Reconciled;
      return body.places['paid']?.files === paidFiles ? body : notYet(body);
    });

  let first: string;

  it('pay for a file once it is archived, reviewed by the office and approved by the bureau', async () => {
    const open = await registered();
    expect(await refused(committee, `/subsidies/${open}/claim`)).toEqual([403, 'subsidy-channel', 'string']);
    first = await archivedCase();
    const claim = await post(committee, `/subsidies/${first}/claim`);
    expect(claim).toMatchObject({ amountFen: 3000, rate: 'subsidy-unassessed' });
    expect(await refused(bureau, `/subsidies/${first}/review`, { decision: 'passed' })).toEqual([
      403,
      'subsidy-review-level',
      'string',
    ]);
    await post(office, `/subsidies/${first}/review`, { decision: 'returned', reason: 'file-not-in-order' });
    await approved(first);
    await post(bureau, `/subsidies/${first}/payment`, BATCH);
    const { body } = await committee.get(`/subsidies/${first}`);
    expect(body).toMatchObject({ phase: 'paid', payment: BATCH, claim: { amountFen: 3000, mediators: [MEDIATOR] } });
  });

  it('pay a dispute mediated twice once', async () => {
    await post(committee, `/disputes/${first}/reopening`, { reason: 'new-application' });
    await mediate(`/disputes/${first}`, 2);
    for (const material of ['session-record'])
      await sign(`/disputes/${first}`, { material, proceeding: 2, session: 1 });
    await post(committee, `/disputes/${first}/dossier/archive`);
    expect(await refused(committee, `/subsidies/${first}/claim`)).toEqual([403, 'subsidy-once', 'string']);
    expect(await refused(bureau, `/subsidies/${first}/payment`, BATCH)).toEqual([
      409,
      'subsidy-decided-already',
      'string',
    ]);
  });

  it('pay what is registered twice once, and reconcile with the files', async () => {
    const second = await archivedCase();
    const third = await archivedCase();
    // Whoever oversees the committee sees that the third is the second again; the file is opened and kept again for that.
    await post(committee, `/disputes/${third}/reopening`, { reason: 'new-application' });
    await post(committee, `/disputes/${third}/links`, { to: second, relation: 'duplicate' });
    await approved(second);
    await post(bureau, `/subsidies/${second}/payment`, BATCH);
    expect((await committee.get(`/subsidies/${third}`)).body).toMatchObject({ phase: 'yielded', yieldedTo: second });
    const body = await reconciled(2);
    expect(body).toMatchObject({
      files: 3,
      agrees: true,
      listedFen: { paid: 6000, inHand: 0 },
      places: { paid: { files: 2, amountFen: 6000 }, excluded: { files: 1 }, unclaimed: { files: 0 } },
    });
    const list = await bureau.get(`/api/center/v1/subsidies?mediator=${MEDIATOR}&phase=paid`);
    expect(list.body['totals']).toMatchObject({ files: 2, amountFen: 6000 });
    expect(list.body['findings']).toEqual([]);
    const files = body.places;
    expect(Object.values(files).reduce((sum, place) => sum + place.files, 0)).toBe(body.files);
  });
});

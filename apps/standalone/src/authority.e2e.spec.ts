import type { JsonObject } from '@mediation/kernel';
import { describeWithPostgres, FixedClock } from '@mediation/testing';
import type { Desk, HttpAnswer } from '@tools/acceptance';
import { startSystem, type System } from './spec/system.fixture';

const POLICE = '370402102-police';
const COMMITTEE = '370402102-committee';
const MEDICAL = '370402-medical';
const HEALTH = '370402-health-agency';
const PETITIONS = '370402-petition';
const LEGAL_AID = '370402-legal-aid-center';

const filed = (disputeType: string, source: string): JsonObject => ({
  source,
  disputeType,
  facts: '示例纠纷（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
});

/** Monday 5 January 2026, the first working Monday under the public security law of 2025. */
describeWithPostgres('the authorities around mediation, over HTTP', () => {
  const clock = new FixedClock('2026-01-05T09:00:00+08:00');
  let system: System;
  const desks: Record<string, Desk> = {};
  beforeAll(async () => {
    system = await startSystem(clock);
    desks[COMMITTEE] = await system.desk(COMMITTEE, 'committee-chair');
    desks[POLICE] = await system.desk(POLICE, 'police-officer');
    desks[MEDICAL] = await system.desk(MEDICAL, 'committee-chair');
    for (const office of [HEALTH, PETITIONS, LEGAL_AID]) desks[office] = await system.desk(office, 'agency-officer');
  });
  afterAll(() => system.close());

  const post = (org: string, path: string, body: JsonObject = {}): Promise<HttpAnswer> => desks[org]!.post(path, body);
  const done = async (answer: Promise<HttpAnswer>): Promise<JsonObject> => {
    const { status, text, body } = await answer;
    expect([status, status < 300 ? '' : text]).toEqual([status, '']);
    return body;
  };
  const barred = async (answer: Promise<HttpAnswer>): Promise<object> => {
    const { status, body } = await answer;
    expect([status, body['code']]).toEqual([409, 'barred-by-rule']);
    return { rule: body['rule'], article: body['article'], pack: body['pack'], certainty: body['certainty'] };
  };
  const on = (id: string) => ({
    id,
    by: (org: string, path: string, body?: JsonObject) => done(post(org, `/disputes/${id}${path}`, body)),
    barred: (org: string, path: string, body?: JsonObject) => barred(post(org, `/disputes/${id}${path}`, body)),
    refused: async (org: string, path: string, body?: JsonObject) =>
      (await post(org, `/disputes/${id}${path}`, body)).body['code'],
  });
  const open = async (org: string, body: JsonObject) => on(String((await done(post(org, '/disputes', body)))['id']));
  const PACK = 'cn@2026-01-01+cn-37@2025-05-01';

  it('ends a public-order case without penalty once the agreement is performed and applied for in writing', async () => {
    const referred = await done(
      post(POLICE, '/referrals', { ...filed('compensation', 'hotline-110'), kind: 'police-link', to: COMMITTEE }),
    );
    const dispute = on(String(referred['id']));
    await dispute.by(POLICE, '/police-case', { caseNumber: '示例受案〔2026〕1号' });
    await dispute.by(COMMITTEE, '/handoffs/h1/acceptance');
    await dispute.by(COMMITTEE, '/acceptance');
    await dispute.by(COMMITTEE, '/mediators', { mediator: '370402102-m1' });
    await dispute.by(COMMITTEE, '/rights-notice');
    await dispute.by(COMMITTEE, '/sessions', { record: '双方各让一步（示例）' });
    const owed = { debtor: 'p2', amountFen: 50_000, dueOn: '2026-01-31' };
    await dispute.by(COMMITTEE, '/agreements', { form: 'oral', terms: '赔偿五百元（示例）', obligations: [owed] });

    const application = { agreement: 1, inWriting: true };
    const article9 = {
      article: '《中华人民共和国治安管理处罚法（2025修订）》第九条',
      pack: PACK,
      certainty: 'statute',
    };
    expect(await dispute.barred(COMMITTEE, '/police-case/no-penalty-applications', application)).toEqual({
      ...article9,
      rule: 'apply-no-penalty-needs-performance',
    });
    expect(await dispute.refused(COMMITTEE, '/agreements/1/performance-certificate')).toBe('not-performed');
    await dispute.by(COMMITTEE, '/performance', { agreement: 1, obligation: 1, amountFen: 50_000 });
    await dispute.by(COMMITTEE, '/agreements/1/performance-certificate');
    expect(await dispute.barred(POLICE, '/police-case/decision', { decision: 'no-penalty' })).toEqual({
      ...article9,
      rule: 'decide-no-penalty-needs-application',
    });
    await dispute.by(COMMITTEE, '/police-case/no-penalty-applications', application);
    await dispute.by(POLICE, '/police-case/decision', { decision: 'no-penalty' });
    expect(await dispute.refused(POLICE, '/police-case/decision', { decision: 'penalty' })).toBe('police-case-decided');
  });

  it('keeps a medical committee and the health authority from each other', async () => {
    const dispute = await open(MEDICAL, filed('medical', 'application'));
    const regulation = { pack: PACK, certainty: 'statute' };
    expect(await dispute.barred(MEDICAL, '/acceptance')).toEqual({
      ...regulation,
      rule: 'medical-accept-consent',
      article: '《医疗纠纷预防和处理条例（2018）》第三十一条',
    });
    await dispute.by(MEDICAL, '/consents', { party: 'p2', consents: true });
    await dispute.by(MEDICAL, '/acceptance');
    expect(await dispute.barred(MEDICAL, '/formal-acceptance', { body: HEALTH })).toEqual({
      ...regulation,
      rule: 'medical-admin-take-up-committee',
      article: '《医疗纠纷预防和处理条例（2018）》第四十条',
    });
    await dispute.by(MEDICAL, '/failure', { routes: ['litigation', 'administrative'] });
    await dispute.by(MEDICAL, '/formal-acceptance', { body: HEALTH });
    await dispute.by(HEALTH, '/acceptance');
  });

  it('leads a petition to mediation with everybody’s consent only', async () => {
    const referral = { ...filed('environment', 'petition'), kind: 'petition-link', to: COMMITTEE };
    expect(await barred(post(PETITIONS, '/referrals', referral))).toMatchObject({
      rule: 'petition-link-needs-consent',
    });
    await done(post(PETITIONS, '/referrals', { ...referral, consents: ['p1', 'p2'] }));
  });

  it('lets the legal aid centre decide what it was asked, and see it from then on', async () => {
    const dispute = await open(COMMITTEE, filed('labour', 'application'));
    const ahead = { decision: 'provisional' };
    expect(await dispute.refused(LEGAL_AID, '/legal-aid/1/decision', ahead)).toBe('dispute-unknown');
    await dispute.by(COMMITTEE, '/legal-aid', { party: 'p1' });
    expect(await dispute.barred(LEGAL_AID, '/legal-aid/1/decision', ahead)).toMatchObject({
      rule: 'legal-aid-provisional-grounds',
      article: '《中华人民共和国法律援助法（2021）》第四十四条',
    });
    const wages = { decision: 'granted', exemption: 'aid-migrant-worker-wages' };
    await dispute.by(LEGAL_AID, '/legal-aid/1/decision', wages);
    await dispute.by(LEGAL_AID, '/legal-aid/1/assignment');
    await dispute.by(LEGAL_AID, '/legal-aid/1/end', { reason: 'completed' });
  });

  it('proves when a claim was put, though it was not accepted', async () => {
    const dispute = await open(COMMITTEE, filed('contract', 'application'));
    await dispute.by(COMMITTEE, '/non-acceptance', { reason: 'party-refuses', routes: ['litigation'] });
    await dispute.by(COMMITTEE, '/milestones', { milestone: 'first-requested', on: '2025-12-31' });
    await dispute.by(COMMITTEE, '/limitation-proofs', { party: 'p1', claim: '请求付款（示例）' });
    const { body } = await desks[COMMITTEE]!.get(`/disputes/${dispute.id}/history`);
    const events = body['events'] as unknown as readonly { type: string; data: JsonObject }[];
    expect(events.at(-1)).toMatchObject({
      type: 'LimitationProofIssued',
      data: {
        party: 'p1',
        requestedOn: '2025-12-31',
        issuedOn: '2026-01-05',
        personal: { p1: { text: '请求付款（示例）' } },
      },
    });
  });

  it('closes nothing that had to be reported and was not', async () => {
    const dispute = await open(COMMITTEE, filed('marriage-family', 'application'));
    await dispute.by(COMMITTEE, '/matters', { matters: ['domestic-violence', 'incapable-victim'] });
    await dispute.by(COMMITTEE, '/non-acceptance', { reason: 'reserved-to-special-organ', routes: ['litigation'] });
    expect(await dispute.barred(COMMITTEE, '/closure')).toMatchObject({ rule: 'duty-report-domestic-violence' });
    await dispute.by(COMMITTEE, '/police-reports', { duty: 'domestic-violence', victim: 'p1', reportedTo: POLICE });
    await dispute.by(COMMITTEE, '/closure');
  });
});

import type { OfferedAction, OfferedActions } from '@mediation/aggregate-api';
import type { Role } from '@mediation/access';
import { describeWithPostgres } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const TOWNSHIP = '370402102-committee';
const POLICE = '370402102-police';
const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例小乙', minor: true },
  ],
};

describeWithPostgres('what may be done', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  const offered = async (desk: Desk, id: string) =>
    (await desk.get(`/disputes/${id}/actions`)).body as unknown as OfferedActions;
  const names = ({ actions }: OfferedActions, allowed: boolean) =>
    actions.filter((action) => action.allowed === allowed).map(({ useCase }) => useCase);
  const find = ({ actions }: OfferedActions, useCase: string): OfferedAction =>
    actions.find((action) => action.useCase === useCase)!;
  const register = async (org = VILLAGE, role: Role = 'mediator') => {
    const desk = await system.desk(org, role);
    return { desk, id: String((await desk.post('/disputes', REGISTRATION)).body['id']) };
  };

  it('is offered with reasons for what is not, and each thing offered is done when sent', async () => {
    const { desk, id } = await register();
    const first = await offered(desk, id);
    expect(first.revision).toBe(0);
    expect(names(first, true)).toEqual(expect.arrayContaining(['AcceptDispute', 'OfferHandoff', 'RecordConsent']));
    expect(find(first, 'HoldSession')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'no-proceeding', zh: '尚未受理或程序已结束，请先受理。' }],
      choices: {},
    });
    expect(find(first, 'CloseDispute').reasons.map(({ code }) => code)).toEqual(['not-at-this-stage']);

    const steps: readonly (readonly [string, (action: OfferedAction) => object])[] = [
      ['AcceptDispute', () => ({})],
      ['AppointMediator', ({ choices }) => ({ mediator: choices['mediator']![0]!.value })],
      ['NotifyRights', () => ({})],
      ['HoldSession', () => ({})],
      [
        'ReachAgreement',
        () => ({
          form: 'written',
          terms: '示例',
          obligations: [{ debtor: 'p2', amountFen: 100, dueOn: '2099-01-01' }],
        }),
      ],
      ['SignAgreement', ({ choices }) => ({ party: choices['party']![0]!.value })],
      ['SignAgreement', ({ choices }) => ({ party: choices['party']![0]!.value })],
      ['SignAgreement', ({ choices }) => ({ mediator: choices['mediator']![0]!.value })],
      ['SealAgreement', () => ({})],
      ['RecordPerformance', () => ({ agreement: 1, obligation: 1, amountFen: 100 })],
    ];
    const token = await system.token(VILLAGE, 'mediator');
    for (const [useCase, bodyOf] of steps) {
      const action = find(await offered(desk, id), useCase);
      expect([useCase, action.allowed, action.reasons]).toEqual([useCase, true, []]);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await system.call(action.path, { method: 'POST', headers, body: JSON.stringify(bodyOf(action)) });
      expect([useCase, answer.status, answer.body['code']]).toEqual([useCase, 200, undefined]);
    }
    const last = await offered(desk, id);
    expect(find(last, 'SignAgreement').reasons.map(({ code }) => code)).toEqual(['agreement-not-in-signing']);
    expect(find(last, 'RecordPerformance').allowed).toBe(false);
    expect(find(last, 'CloseDispute').allowed).toBe(true);
  });

  it('offers only choices that fit, with names, and says which go together', async () => {
    const { desk, id } = await register();
    const { choices, schema } = find(await offered(desk, id), 'OfferHandoff');
    const township = choices['to']!.find(({ value }) => value === TOWNSHIP)!;
    expect(township.zh).toBe('孟庄镇人民调解委员会');
    // Up within people's mediation is an escalation; a transfer would be refused.
    expect(township.with).toEqual({ kind: ['escalation'] });
    expect(choices['kind']!.find(({ value }) => value === 'escalation')).toEqual({
      value: 'escalation',
      zh: '上报',
      en: 'Escalation',
    });
    expect(choices['to']!.some(({ value }) => value === VILLAGE)).toBe(false);
    expect(choices['consents']!.map(({ zh }) => zh)).toEqual(['示例甲', '示例小乙']);
    expect(schema['required']).toEqual(['kind', 'to', 'reason']);
    expect((schema['properties'] as Record<string, object>)['reason']).toMatchObject({
      'x-zh': '原因',
      'x-enum-zh': ['调解不成', '力所不及', '不属职权', '有激化风险', '当事人要求', '诉前调解', '回报结果'],
    });
  });

  it('tells a body only what it may do there, and a foreign body nothing', async () => {
    const { desk, id } = await register();
    await desk.post(`/disputes/${id}/handoffs`, { kind: 'police-link', to: POLICE, reason: 'crime-risk' });
    const police = await system.desk(POLICE, 'police-officer');
    const mine = await offered(police, id);
    expect(names(mine, true)).toEqual(expect.arrayContaining(['AcceptHandoff', 'ReturnHandoff', 'AcceptPoliceCase']));
    expect(find(mine, 'AcceptHandoff').path).toBe(`/api/township/v1/disputes/${id}/handoffs/h1/acceptance`);
    expect(find(mine, 'HoldSession').reasons.map(({ code }) => code)).toEqual(['not-the-responsible-body']);
    // Who the minor is the police of no case need not know.
    expect(JSON.stringify(mine)).not.toContain('示例小乙');
    expect(JSON.stringify(mine)).toContain('未成年人甲');
    const stranger = await system.desk('370402103-committee', 'mediator');
    expect((await stranger.get(`/disputes/${id}/actions`)).status).toBe(404);
    const auditor = await system.desk('370402-justice-bureau', 'auditor');
    expect((await offered(auditor, id)).actions).toEqual([]);
  });

  it('says what one may open', async () => {
    const openings = async (org: string, role: Role) =>
      ((await (await system.desk(org, role)).get('/actions')).body as unknown as OfferedActions).actions;
    const village = await openings(VILLAGE, 'grid-worker');
    expect(village.map(({ useCase, path, allowed }) => [useCase, path, allowed])).toEqual([
      ['RegisterDispute', '/api/village/v1/disputes', true],
    ]);
    const room = await openings('370402102-pretrial-room', 'court-clerk');
    const referral = room.find(({ useCase }) => useCase === 'ReferDispute')!;
    expect([referral.path, referral.allowed]).toEqual(['/api/township/v1/referrals', true]);
    expect(referral.choices['to']!.find(({ value }) => value === TOWNSHIP)?.with).toEqual({
      kind: ['court-link', 'transfer'],
    });
  });
});

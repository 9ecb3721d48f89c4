import type { JsonObject } from '@mediation/kernel';
import type { Desk } from './desk';
import { Journey, POLICE, ROOM, TOWNSHIP, VILLAGE, type Expected, type Served } from './journey';

const ROUTES = ['arbitration', 'administrative', 'litigation'];

const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执，围墙被推倒。（示例）',
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000001' },
    { role: 'respondent', name: '示例乙' },
  ],
};

/** One dispute through three tiers and three channels, by HTTP alone; after every step all must see the same. */
export const journeyCases = (start: () => Promise<Served>): void => {
  let system: Served;
  let journey: Journey;
  beforeAll(async () => {
    system = await start();
    journey = await Journey.start(system);
  });
  afterAll(() => system.close());

  const step: Journey['step'] = (...each) => journey.step(...each);

  const agreement = async () => {
    const { body } = await journey.desk(TOWNSHIP).get(`/disputes/${journey.id}`);
    return (body['agreements'] as unknown as { status: string; effectiveOn?: string }[])[0];
  };

  it('is registered in the village, which is responsible from then on', async () => {
    const { status, headers, body } = await journey.desk(VILLAGE).post('/disputes', REGISTRATION);
    expect([status, headers.etag]).toEqual([201, '"0"']);
    journey.id = String(body['id']);
    expect(headers.location).toBe(`/api/village/v1/disputes/${journey.id}`);
    await journey.shows(0, {
      custodian: VILLAGE,
      phase: 'registered',
      tasks: { [VILLAGE]: 'accept-or-decline' },
      last: ['DisputeRegistered'],
    });
    for (const org of [TOWNSHIP, POLICE, ROOM])
      expect((await journey.desk(org).get(`/disputes/${journey.id}`)).status).toBe(404);
  });

  it('is mediated in the village, without success', async () => {
    const inMediation = (task: string, ...last: readonly string[]): Expected => ({
      custodian: VILLAGE,
      phase: 'in-mediation',
      tasks: { [VILLAGE]: task },
      last,
    });
    await step(VILLAGE, '/acceptance', undefined, inMediation('appoint-mediator', 'DisputeAccepted'));
    await step(
      VILLAGE,
      '/mediators',
      { mediator: '370402102200-m1' },
      inMediation('notify-rights', 'MediatorAppointed'),
    );
    await step(VILLAGE, '/rights-notice', {}, inMediation('hold-session', 'RightsNotified'));
    await step(VILLAGE, '/sessions', { record: '各执一词' }, inMediation('reach-agreement', 'SessionHeld'));
    await step(
      VILLAGE,
      '/failure',
      { routes: ROUTES },
      {
        custodian: VILLAGE,
        phase: 'ended',
        tasks: { [VILLAGE]: 'close' },
        last: ['MediationFailed'],
      },
    );
  });

  it('is handed up with consent, and the township accepts', async () => {
    const offer = { kind: 'escalation', to: TOWNSHIP, reason: 'mediation-failed' };
    const refused = await journey
      .desk(VILLAGE)
      .post(`/disputes/${journey.id}/handoffs`, { ...offer, consents: ['p1'] });
    expect([refused.status, refused.body['code']]).toEqual([409, 'escalation-needs-consent']);
    await step(
      VILLAGE,
      '/handoffs',
      { ...offer, consents: ['p1', 'p2'] },
      {
        custodian: VILLAGE,
        phase: 'ended',
        handoff: ['h1', 'offered'],
        tasks: { [VILLAGE]: 'await-handoff', [TOWNSHIP]: 'answer-handoff' },
        last: ['PartyConsented', 'PartyConsented', 'HandoffOffered'],
      },
    );
    await step(TOWNSHIP, '/handoffs/h1/acknowledgement', undefined, {
      custodian: VILLAGE,
      phase: 'ended',
      handoff: ['h1', 'acknowledged'],
      tasks: { [VILLAGE]: 'await-handoff', [TOWNSHIP]: 'answer-handoff' },
      last: ['HandoffAcknowledged'],
    });
    await step(TOWNSHIP, '/handoffs/h1/acceptance', undefined, {
      custodian: TOWNSHIP,
      phase: 'registered',
      handoff: ['h1', 'accepted'],
      tasks: { [TOWNSHIP]: 'accept-or-decline' },
      last: ['HandoffAccepted', 'CustodyMoved'],
    });
  });

  /** Offered by the one and accepted by the other; responsibility moves with the acceptance. */
  const handOver = async (from: string, to: string, offer: JsonObject & { handoff: string }) => {
    const { handoff, ...terms } = offer;
    await step(
      from,
      '/handoffs',
      { to, ...terms },
      {
        custodian: from,
        phase: 'registered',
        handoff: [handoff, 'offered'],
        tasks: { [from]: 'await-handoff', [to]: 'answer-handoff' },
        last: ['HandoffOffered'],
      },
    );
    await step(to, `/handoffs/${handoff}/acceptance`, undefined, {
      custodian: to,
      phase: 'registered',
      handoff: [handoff, 'accepted'],
      tasks: { [to]: 'accept-or-decline' },
      last: ['HandoffAccepted', 'CustodyMoved'],
    });
  };

  it('goes to the police room, which hands it over to the pre-trial room', async () => {
    await handOver(TOWNSHIP, POLICE, { handoff: 'h2', kind: 'police-link', reason: 'crime-risk' });
    await handOver(POLICE, ROOM, { handoff: 'h3', kind: 'court-link', reason: 'outside-competence' });
  });

  it('is referred by the pre-trial room to the committee', () =>
    handOver(ROOM, TOWNSHIP, { handoff: 'h4', kind: 'court-link', reason: 'pre-trial' }));

  const signing = (task: string, ...last: readonly string[]): Expected => ({
    custodian: TOWNSHIP,
    phase: 'in-mediation',
    handoff: ['h4', 'accepted'],
    tasks: { [TOWNSHIP]: task },
    last,
  });

  it('is settled in writing there', async () => {
    await step(TOWNSHIP, '/acceptance', undefined, signing('appoint-mediator', 'DisputeAccepted'));
    const mediator = { mediator: '370402102-m1', how: 'chosen-by-parties' };
    await step(TOWNSHIP, '/mediators', mediator, signing('notify-rights', 'MediatorAppointed'));
    await step(TOWNSHIP, '/rights-notice', undefined, signing('hold-session', 'RightsNotified'));
    await step(TOWNSHIP, '/sessions', undefined, signing('reach-agreement', 'SessionHeld'));
    const terms = {
      form: 'written',
      terms: '乙方支付三千元，双方互不追究。（示例）',
      obligations: [{ debtor: 'p2', amountFen: 300_000, dueOn: '2099-07-01' }],
    };
    expect(await step(TOWNSHIP, '/agreements', terms, signing('collect-signatures', 'AgreementReached'))).toMatchObject(
      {
        agreement: 1,
      },
    );
  });

  it('is not settled by two signatures without a seal', async () => {
    for (const party of ['p1', 'p2'])
      await step(
        TOWNSHIP,
        '/agreements/1/signatures',
        { party },
        signing('collect-signatures', 'AgreementSignedByParty'),
      );
    expect(await agreement()).toMatchObject({ status: 'signing' });
    expect(await agreement()).not.toHaveProperty('effectiveOn');
    const performance = await journey.desk(TOWNSHIP).post(`/disputes/${journey.id}/performance`, {
      agreement: 1,
      obligation: 1,
      amountFen: 1,
    });
    expect([performance.status, performance.body['code']]).toEqual([409, 'agreement-not-in-effect']);
    const closure = await journey.desk(TOWNSHIP).post(`/disputes/${journey.id}/closure`);
    expect([closure.status, closure.body['code']]).toEqual([409, 'proceeding-running']);
  });

  const agreed = (task: string, ...last: readonly string[]): Expected => ({
    ...signing(task, ...last),
    phase: 'agreed',
  });

  it('is settled once the mediator has signed and the committee has sealed', async () => {
    const mediator = { mediator: '370402102-m1' };
    await step(TOWNSHIP, '/agreements/1/signatures', mediator, signing('seal-agreement', 'AgreementSignedByMediator'));
    expect(await agreement()).toMatchObject({ status: 'signing' });
    const effect = await step(
      TOWNSHIP,
      '/agreements/1/seal',
      undefined,
      agreed('watch-performance', 'AgreementSealed', 'AgreementTookEffect'),
    );
    expect(await agreement()).toMatchObject({ status: 'effective', effectiveOn: effect['effectiveOn'] });
  });

  it('is performed in parts, followed up and closed', async () => {
    const part = { agreement: 1, obligation: 1 };
    await step(
      TOWNSHIP,
      '/performance',
      { ...part, amountFen: 100_000 },
      agreed('watch-performance', 'ObligationPerformed'),
    );
    const rest = { ...part, amountFen: 200_000 };
    await step(TOWNSHIP, '/performance', rest, agreed('follow-up', 'ObligationPerformed', 'AgreementPerformed'));
    await step(TOWNSHIP, '/follow-ups', { satisfaction: 'satisfied' }, agreed('close', 'FollowUpVisited'));
    await step(TOWNSHIP, '/closure', undefined, { ...agreed('', 'DisputeClosed'), phase: 'closed', tasks: {} });
  });

  it('was at every moment in the hands of one body, and each took its turn', async () => {
    const { body } = await journey.center.get(`/disputes/${journey.id}/history`);
    const events = body['events'] as unknown as { type: string; data: { from?: string; to?: string } }[];
    const moves = events.filter(({ type }) => type === 'CustodyMoved').map(({ data }) => [data.from, data.to]);
    expect(moves).toEqual([
      [VILLAGE, TOWNSHIP],
      [TOWNSHIP, POLICE],
      [POLICE, ROOM],
      [ROOM, TOWNSHIP],
    ]);
  });

  it('shows the village’s session to the village alone', async () => {
    const recordFor = async (desk: Desk) => {
      const { body } = await desk.get(`/disputes/${journey.id}/history`);
      const events = body['events'] as unknown as { type: string; data: { personal: JsonObject } }[];
      return events.find(({ type }) => type === 'SessionHeld')?.data.personal;
    };
    expect(await recordFor(journey.desk(VILLAGE))).toEqual({ file: { text: '各执一词' } });
    for (const desk of [journey.desk(TOWNSHIP), journey.center]) expect(await recordFor(desk)).toEqual({});
    // What a court and the police may know of a mediation does not even tell that there was a session.
    for (const desk of [journey.desk(POLICE), journey.desk(ROOM)]) expect(await recordFor(desk)).toBeUndefined();
  });

  it.each([
    ['police-link', POLICE],
    ['court-link', ROOM],
  ] as const)('stays with a room that files it itself until the committee accepts: %s', async (kind, org) => {
    const [room, committee] = [journey.desk(org), journey.desk(TOWNSHIP)];
    const referral = { ...REGISTRATION, source: 'court', kind, to: TOWNSHIP };
    const filed = await room.post('/referrals', referral);
    expect([filed.status, filed.body['handoff']]).toEqual([201, 'h1']);
    const filedId = String(filed.body['id']);
    const custodians = () =>
      Promise.all([room, committee].map(async (desk) => (await desk.get(`/disputes/${filedId}`)).body['custodian']));
    expect(await custodians()).toEqual([org, org]);
    expect((await committee.post(`/disputes/${filedId}/acceptance`)).body['code']).toBe('not-the-responsible-body');
    expect((await committee.post(`/disputes/${filedId}/handoffs/h1/acceptance`)).body['custodian']).toBe(TOWNSHIP);
    expect(await custodians()).toEqual([TOWNSHIP, TOWNSHIP]);
  });
};

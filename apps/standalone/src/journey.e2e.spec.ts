import type { JsonObject } from '@mediation/kernel';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { startSystem, type Desk, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const TOWNSHIP = '370402102-committee';
const POLICE = '370402102-police';
const ROOM = '370402102-pretrial-room';
const CENTER = '370402-center';
const TOWN = '370402102';
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

/** What everyone must see after a step. */
interface Expected {
  readonly custodian: string;
  readonly phase: string;
  /** Newest handoff on the board. */
  readonly handoff?: readonly [id: string, state: string];
  /** What stands on whose list; a body not named has nothing to do here. */
  readonly tasks: Readonly<Record<string, string>>;
  /** The last entries of the timeline. */
  readonly last: readonly string[];
}

type Seen = JsonObject & {
  custodian: { body: string };
  phase: string;
  revision: number;
  handoffs: { id: string; state: string }[];
  timeline: { revision: number; type: string; custodian: { body: string } }[];
};
interface Listed {
  items: { task: string; dispute: { id: string } }[];
}
interface Board {
  items: { id: string; dispute: string; state: string }[];
}

describeWithPostgres('one dispute through three tiers and three channels', () => {
  let system: System;
  let desks: Readonly<Record<string, Desk>>;
  let center: Desk;
  let id: string;
  beforeAll(async () => {
    system = await startSystem();
    const opened = await Promise.all([
      system.desk(VILLAGE, 'mediator'),
      system.desk(TOWNSHIP, 'committee-chair'),
      system.desk(POLICE, 'police-officer'),
      system.desk(ROOM, 'court-clerk'),
    ]);
    desks = Object.fromEntries(opened.map((desk) => [desk.org, desk]));
    center = await system.desk(CENTER, 'center-officer');
  });
  afterAll(() => system.close());

  /** The journal’s own word, from the responsible body and from the centre: one custodian, the same for both. */
  const fileShows = async (revision: number, { custodian, phase }: Expected) => {
    for (const desk of [desks[custodian]!, center]) {
      const { status, headers, body } = await desk.get(`/disputes/${id}`);
      expect([status, headers.etag]).toEqual([200, `"${revision}"`]);
      expect([body['revision'], body['custodian'], body['phase']]).toEqual([revision, custodian, phase]);
    }
  };

  const worklists = async () => {
    const lists = await Promise.all(
      Object.keys(desks).map(async (org) => {
        const { items } = (await center.get(`/api/center/v1/worklists/${org}`)).body as unknown as Listed;
        return items.filter(({ dispute }) => dispute.id === id).map(({ task }): [string, string] => [org, task]);
      }),
    );
    return Object.fromEntries(lists.flat());
  };

  /** Timeline, board and worklists, together, within a second. */
  const viewsShow = (revision: number, { custodian, phase, handoff, tasks, last }: Expected) =>
    eventually(
      `the views at revision ${revision}`,
      async () => {
        const seen = (await center.get(`/api/center/v1/disputes/${id}`)).body as unknown as Seen;
        if (seen.revision !== revision) return notYet({ revision: seen.revision });
        const board = (await center.get(`/api/center/v1/handoffs?org=${TOWN}`)).body as unknown as Board;
        const newest = board.items.find(({ dispute }) => dispute === id);
        const lists = await worklists();
        expect({ custodian: seen.custodian.body, phase: seen.phase, lists }).toEqual({
          custodian,
          phase,
          lists: tasks,
        });
        expect(seen.timeline.map((entry) => entry.revision)).toEqual(Array.from({ length: revision + 1 }, (_, n) => n));
        expect(seen.timeline.slice(-last.length).map(({ type }) => type)).toEqual(last);
        expect(seen.timeline.at(-1)?.custodian.body).toBe(custodian);
        expect(newest && [newest.id, newest.state]).toEqual(handoff);
        expect(seen.handoffs.map((each) => [each.id, each.state]).at(-1)).toEqual(handoff);
        return true;
      },
      { timeoutMs: 1_000 },
    );

  const step = async (org: string, path: string, body: JsonObject | undefined, expected: Expected) => {
    const { status, headers, body: answer } = await desks[org]!.post(`/disputes/${id}${path}`, body);
    expect([status, answer['code']]).toEqual([200, undefined]);
    const revision = Number(answer['revision']);
    expect(headers.etag).toBe(`"${revision}"`);
    await fileShows(revision, expected);
    await viewsShow(revision, expected);
    return answer;
  };

  const agreement = async () => {
    const { body } = await desks[TOWNSHIP]!.get(`/disputes/${id}`);
    return (body['agreements'] as unknown as { status: string; effectiveOn?: string }[])[0];
  };

  it('is registered in the village, which is responsible from then on', async () => {
    const { status, headers, body } = await desks[VILLAGE]!.post('/disputes', REGISTRATION);
    expect([status, headers.etag]).toEqual([201, '"0"']);
    id = String(body['id']);
    expect(headers.location).toBe(`/api/village/v1/disputes/${id}`);
    const expected: Expected = {
      custodian: VILLAGE,
      phase: 'registered',
      tasks: { [VILLAGE]: 'accept-or-decline' },
      last: ['DisputeRegistered'],
    };
    await fileShows(0, expected);
    await viewsShow(0, expected);
    for (const org of [TOWNSHIP, POLICE, ROOM]) expect((await desks[org]!.get(`/disputes/${id}`)).status).toBe(404);
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
    const refused = await desks[VILLAGE]!.post(`/disputes/${id}/handoffs`, { ...offer, consents: ['p1'] });
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
    const performance = await desks[TOWNSHIP]!.post(`/disputes/${id}/performance`, {
      agreement: 1,
      obligation: 1,
      amountFen: 1,
    });
    expect([performance.status, performance.body['code']]).toEqual([409, 'agreement-not-in-effect']);
    const closure = await desks[TOWNSHIP]!.post(`/disputes/${id}/closure`);
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
    const { body } = await center.get(`/disputes/${id}/history`);
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
      const { body } = await desk.get(`/disputes/${id}/history`);
      const events = body['events'] as unknown as { type: string; data: { personal: JsonObject } }[];
      return events.find(({ type }) => type === 'SessionHeld')?.data.personal;
    };
    expect(await recordFor(desks[VILLAGE]!)).toEqual({ file: { text: '各执一词' } });
    for (const desk of [desks[TOWNSHIP]!, desks[POLICE]!, desks[ROOM]!, center])
      expect(await recordFor(desk)).toEqual({});
  });

  it.each([
    ['police-link', POLICE],
    ['court-link', ROOM],
  ] as const)('stays with a room that files it itself until the committee accepts: %s', async (kind, org) => {
    const [room, committee] = [desks[org]!, desks[TOWNSHIP]!];
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
});

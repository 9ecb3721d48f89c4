import { addDays, dateInShanghai, type JsonObject } from '@mediation/kernel';
import { eventually, notYet } from '@mediation/testing';
import type { Desk } from './desk';
import type { Served } from './journey';

const [CENTRE, EAST, WEST, POLICE] = [
  '370402102-center',
  '370402102200-committee',
  '370402102201-committee',
  '370402102-police',
] as const;

/** One screening over two villages, by HTTP alone: planned, reported, a finding followed into a dispute, closed, and seen. */
export const screeningCases = (start: () => Promise<Served>): void => {
  const today = dateInShanghai(new Date().toISOString());
  const key = { 'idempotency-key': crypto.randomUUID() };
  let system: Served;
  const desks = new Map<string, Desk>();
  let id = '';
  let dispute = '';
  beforeAll(async () => {
    system = await start();
    desks.set(CENTRE, await system.desk(CENTRE, 'center-officer'));
    desks.set(POLICE, await system.desk(POLICE, 'police-officer'));
    // A grid worker may report for the committee of its village.
    desks.set(EAST, await system.desk(EAST, 'grid-worker'));
    desks.set(WEST, await system.desk(WEST, 'mediator'));
  });
  afterAll(() => system.close());

  const at = (path: string) => `/screenings/${id}${path}`;
  const post = async (org: string, path: string, body?: JsonObject, headers?: Record<string, string>) => {
    const answer = await desks.get(org)!.post(path, body, headers);
    return { status: answer.status, body: answer.body, headers: answer.headers };
  };
  const allowed = async (org: string) => (await desks.get(org)!.get(at(''))).body['allowed'];
  const refusal = async (org: string, path: string, body?: JsonObject, headers?: Record<string, string>) => {
    const { status, body: problem } = await post(org, path, body, headers);
    return [status, problem['code']];
  };

  it('is planned by the township’s centre, and a body that takes no part does not know of it', async () => {
    const { status, body, headers } = await post(CENTRE, '/screenings', {
      kind: 'concentrated',
      theme: '集中排查（示例）',
      from: addDays(today, -5),
      to: today,
      dueOn: today,
      places: ['370402102200', '370402102201'],
    });
    expect(status).toBe(201);
    id = String(body['id']);
    expect(headers.location).toBe(`/api/township/v1/screenings/${id}`);
    expect((await desks.get(POLICE)!.get(at(''))).status).toBe(404);
    expect(await allowed(CENTRE)).toEqual([]);
    expect(await allowed(EAST)).toEqual(['ReportRound', 'ReportZero']);
  });

  it('is reported by one village with a finding, once however often it is sent, and by the other as zero', async () => {
    const round = {
      heldOn: addDays(today, -1),
      findings: [{ disputeType: 'neighbourhood', headcount: 4, riskGrade: 'yellow', facts: '院墙滴水。（示例）' }],
    };
    const first = await post(EAST, at('/rounds'), round, key);
    expect([first.status, first.body]).toEqual([200, { id, revision: 2, findings: ['f1'] }]);
    const again = await post(EAST, at('/rounds'), round, key);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(await refusal(EAST, at('/zero-reports'), { heldOn: today })).toEqual([409, 'already-reported']);
    expect(await refusal(WEST, at('/zero-reports'), { heldOn: today }, { 'if-match': '"0"' })).toEqual([
      412,
      'stale-revision',
    ]);
    expect(await refusal(CENTRE, at('/closure'))).toEqual([409, 'not-due-yet']);
    expect((await post(WEST, at('/zero-reports'), { heldOn: today })).body).toEqual({ id, revision: 3 });
  });

  it('becomes a dispute by registration and a link, each of which may be retried', async () => {
    const registration = {
      source: 'screening',
      disputeType: 'neighbourhood',
      facts: '院墙滴水。（示例）',
      headcount: 4,
      parties: [
        { role: 'applicant', name: '示例甲' },
        { role: 'respondent', name: '示例乙' },
      ],
    };
    const ofFinding = { 'idempotency-key': `screening/${id}/f1` };
    // The one who registered crashed before it told the screening, and does both again.
    const registered = await post(EAST, '/disputes', registration, ofFinding);
    dispute = String((await post(EAST, '/disputes', registration, ofFinding)).body['id']);
    expect([registered.status, registered.body['id']]).toEqual([201, dispute]);
    const link = () => post(EAST, at('/findings/f1/dispute'), { dispute });
    expect((await link()).body).toEqual({ id, revision: 4 });
    expect((await link()).body).toEqual({ id, revision: 4 });
    expect(await refusal(EAST, at('/findings/f1/handling'), { how: '当场劝和。（示例）' })).toEqual([
      409,
      'finding-settled-otherwise',
    ]);
    expect(await refusal(WEST, at('/findings/f1/dispute'), { dispute })).toEqual([422, 'no-such-dispute']);
  });

  it('is closed by who planned it, and takes no more rounds', async () => {
    expect(await allowed(EAST)).toEqual([]);
    expect(await allowed(CENTRE)).toEqual(['CloseScreening']);
    expect((await post(CENTRE, at('/closure'))).body).toEqual({ id, revision: 5 });
    const { body } = await desks.get(CENTRE)!.get(at(''));
    expect([body['phase'], body['missing']]).toEqual(['closed', []]);
    expect(await refusal(WEST, at('/zero-reports'), { heldOn: today })).toEqual([409, 'screening-closed']);
  });

  it('is seen at the centre with what became of its finding', async () => {
    const seen = await eventually(
      'the centre to show the screening closed',
      async () => {
        const { body } = await desks.get(CENTRE)!.get(`/api/center/v1/screening/plans/${id}`);
        return body['state'] === 'closed' ? body : notYet(body['state'] ?? body['code']);
      },
      { timeoutMs: system.viewsWithinMs },
    );
    expect([
      seen['reported'],
      seen['zero'],
      seen['late'],
      seen['missing'],
      seen['findings'],
      seen['unsettled'],
    ]).toEqual([2, 1, 0, 0, 1, 0]);
    const findings = async (org: string) =>
      (await desks.get(org)!.get(`/api/center/v1/screening/findings?plan=${id}`)).body[
        'items'
      ] as unknown as JsonObject[];
    expect((await findings(EAST)).map((each) => [each['outcome'], each['dispute'], each['facts']])).toEqual([
      ['dispute', dispute, '院墙滴水。（示例）'],
    ]);
    expect(await findings(WEST)).toEqual([]);
    expect(await findings(POLICE)).toEqual([]);
  });
};

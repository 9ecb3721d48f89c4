import { StoreUnavailable } from '@mediation/event-store/port';
import type { Message } from '@mediation/messaging/port';
import { ADVICE, HOTLINE, COURT, NOBODY, openIntake, ROOM, TOWNSHIP, type Intake, type Ground } from './intake.fixture';
import { report, referral, REFERRAL, REPORT, structured } from './messages';

type Receipt = Awaited<ReturnType<Intake['receipts']>>[number];
const outcomeOf = ({ data }: Receipt): string => (data.outcome === 'accepted' ? 'accepted' : data.problem.code);
const pointersOf = ({ data }: Receipt) =>
  data.outcome === 'refused' ? data.problem.errors?.map(({ pointer }) => pointer) : undefined;

/** Receipts of several references are in several partitions. */
const byReference = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.toSorted((a, b) => (a.data.reference < b.data.reference ? -1 : 1));
const withId = (message: Message, id: string): Message => ({ ...message, headers: { ...message.headers, ce_id: id } });

/** What the intake does, whatever carries its messages. */
export const intakeCases = (openGround: () => Promise<Ground>): void => {
  let ground: Ground;
  let intake: Intake;
  beforeEach(async () => {
    ground = await openGround();
    intake = await openIntake(ground);
  });
  afterEach(async () => {
    await intake.close();
    await ground.close();
  });

  it('registers a report with the body it is filed to, which is responsible, and tells so', async () => {
    await intake.file(report({ data: { reference: '热线-7', occurredAt: '2025-03-09T20:00:00+08:00' } }));
    const [dispute] = await intake.disputes();
    expect(dispute?.events).toMatchObject([
      {
        type: 'dispute.registered.v1',
        data: {
          source: 'hotline-12345',
          custodian: TOWNSHIP,
          place: '370402102',
          registeredAt: '2025-03-09T20:00:00+08:00',
        },
        metadata: {
          actor: { sub: `intake:${HOTLINE}`, org: TOWNSHIP, roles: ['system'] },
          recordedAt: '2025-03-10T09:00:00+08:00',
        },
      },
    ]);
    const [receipt] = await intake.receipts(1);
    expect(receipt?.data).toEqual({
      source: HOTLINE,
      reference: '热线-7',
      outcome: 'accepted',
      disputeId: dispute?.id,
      revision: 0,
    });
    expect(receipt?.key).toMatch(/^[0-9a-f]{64}$/);
    expect(receipt?.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      ce_source: '/intake/370402',
      ce_type: 'dispute.intake-receipt.v1',
      ce_subject: `dispute-${dispute?.id}`,
      'content-type': 'application/json',
    });
  });

  it('registers a referral with the room that refers, and offers it to the body', async () => {
    await intake.file(referral());
    const [dispute] = await intake.disputes();
    expect(dispute?.events.map(({ type, data }) => ({ type, data }))).toMatchObject([
      { type: 'dispute.registered.v1', data: { source: 'court', custodian: ROOM } },
      {
        type: 'dispute.handoff-offered.v1',
        data: { handoff: 'h1', kind: 'court-link', from: ROOM, to: TOWNSHIP, replyBy: '2025-03-13' },
      },
    ]);
    const [receipt] = await intake.receipts(1);
    expect(receipt?.data).toMatchObject({ source: COURT, reference: 'e-1', disputeId: dispute?.id, revision: 1 });
  });

  it('reads both content modes, and takes the same thing in once however it is sent', async () => {
    await intake.file(report(), structured('dispute.report-filed.v1', REPORT));
    await intake.file(structured('dispute.referral-filed.v1', REFERRAL, { source: COURT }), referral());
    expect(await intake.disputes()).toHaveLength(2);
    expect((await intake.receipts(4)).map(outcomeOf)).toEqual(new Array(4).fill('accepted'));
  });

  it('makes one dispute of what is sent three times, and gives the same receipt each time', async () => {
    const again = report({ id: 'e-2', data: { reference: 'r-1' } });
    await intake.file(report({ data: { reference: 'r-1' } }), report({ data: { reference: 'r-1' } }), again);
    expect(await intake.disputes()).toHaveLength(1);
    const [first, ...others] = await intake.receipts(3);
    for (const other of others) expect(other).toEqual(first);
  });

  it('refuses another content under the same reference, also the same to another body', async () => {
    const under = (data: object) => report({ data: { reference: 'r-1', ...data } });
    await intake.file(under({}), under({ facts: '另一件' }), under({ to: '370402103-committee' }), under({}));
    expect(await intake.disputes()).toHaveLength(1);
    const receipts = await intake.receipts(4);
    const reused = 'idempotency-key-reused';
    expect(receipts.map(outcomeOf)).toEqual(['accepted', reused, reused, 'accepted']);
    expect(receipts[1]?.data).toMatchObject({ problem: { zh: expect.stringContaining('编号') as unknown } });
    expect(new Set(receipts.map(({ headers }) => headers['ce_id'])).size).toBe(2);
  });

  it('keeps the references of systems apart', async () => {
    await intake.file(report({ data: { reference: 'r-1' } }), referral({ data: { reference: 'r-1' } }));
    expect(await intake.disputes()).toHaveLength(2);
  });

  it('tells who may not file, or what is wrong, and registers nothing', async () => {
    const cases = [
      [report({ source: 'urn:unknown' }), 'source-not-registered', undefined],
      [referral({ source: HOTLINE }), 'source-not-entitled', ['/type']],
      [report({ source: COURT }), 'source-not-entitled', ['/type']],
      [report({ data: { source: 'court' } }), 'source-not-entitled', ['/source']],
      [report({ source: ADVICE, data: { to: '370402103-committee' } }), 'source-not-entitled', ['/to']],
      [referral({ data: { from: '370402102-police' } }), 'source-not-entitled', ['/from']],
      [report({ data: { to: NOBODY } }), 'body-not-in-directory', undefined],
      [referral({ data: { from: NOBODY } }), 'body-not-in-directory', undefined],
      [referral({ data: { to: NOBODY } }), 'body-not-in-directory', undefined],
      [report({ data: { facts: '', surplus: 1, to: 'x' } }), 'invalid-input', ['/facts', '/to', '/surplus']],
      [report({ data: { facts: 'a\u0000b' } }), 'text-not-storable', undefined],
      [report({ data: { parties: [{ role: 'respondent', name: '示例乙' }] } }), 'applicant-missing', ['/parties']],
      [report({ data: { place: '110101' } }), 'place-outside-area', ['/place']],
      [report({ data: { occurredAt: '2025-03-11T09:00:00+08:00' } }), 'occurred-in-the-future', ['/occurredAt']],
      [referral({ data: { to: ROOM } }), 'handoff-to-itself', ['/to']],
    ] as const;
    await intake.file(...cases.map(([message], n) => withId(message, `e-${n + 10}`)));
    const receipts = byReference(await intake.receipts(cases.length));
    expect(receipts.map((each) => [outcomeOf(each), pointersOf(each)])).toEqual(
      cases.map(([, code, pointers]) => [code, pointers]),
    );
    expect(JSON.stringify(receipts)).not.toContain('示例');
    expect(await intake.disputes()).toEqual([]);
  });

  it('puts what cannot be read aside with the reason, and goes on', async () => {
    const unreadable = [
      { key: 'k', headers: {}, body: '{}' },
      { ...report(), body: '{"facts":' },
      { ...report(), headers: { ...report().headers, ce_type: 'dispute.rumoured.v1' } },
      { ...report(), body: '[]' },
    ];
    await intake.file(report({ id: 'e-0' }), ...unreadable, report({ id: 'e-9' }));
    expect((await intake.deadLetters(4)).map(({ reason }) => reason)).toEqual([
      'the CloudEvents attribute specversion is missing',
      'the attributes or the JSON of the data are malformed',
      'the CloudEvents attribute type is not right',
      'the data is not a JSON object; is its content type application/json?',
    ]);
    expect(byReference(await intake.receipts(2)).map(({ data }) => data.reference)).toEqual(['e-0', 'e-9']);
  });

  it('tries again while the journal is away, and loses nothing', async () => {
    await intake.leave();
    let away = 3;
    const flaky = {
      requireBodies: () => undefined,
      run: (...asked: Parameters<typeof intake.commands.run>) => {
        away -= 1;
        return away >= 0 ? Promise.reject(new StoreUnavailable('gone')) : intake.commands.run(...asked);
      },
    };
    const { client, consumption } = intake.join(flaky);
    await intake.file(report({ id: 'e-1' }), report({ id: 'e-2' }));
    await consumption.check();
    expect(away).toBeLessThan(0);
    expect((await intake.disputes()).length).toBe(2);
    expect((await intake.receipts(2)).map(outcomeOf)).toEqual(['accepted', 'accepted']);
    await client.close();
  });

  it('takes in a thousand messages, each once, while members come and go', async () => {
    const messages = Array.from({ length: 1_000 }, (_, n) => report({ id: `e-${n}`, key: `k-${n % 50}` }));
    const producer = intake.messaging.producer();
    const joined = [];
    for (let from = 0; from < messages.length; from += 100) {
      await producer.send('dispute.intake.v1', messages.slice(from, from + 100));
      const member = intake.join();
      joined.push(member);
      if (from % 300 === 200) await joined.shift()?.client.close();
    }
    await intake.handled();
    expect(await intake.disputes()).toHaveLength(1_000);
    const receipts = await intake.receiptsOf(1_000);
    const answers = new Map(receipts.map(({ data }) => [data.reference, data]));
    expect(answers.size).toBe(1_000);
    expect(new Set([...answers.values()].map((data) => data.outcome === 'accepted' && data.disputeId)).size).toBe(
      1_000,
    );
    for (const { client } of joined) await client.close();
  });
};

import { dateInShanghai, type JsonObject } from '@mediation/kernel';
import { describeWithPostgres, eventually, FixedClock, notYet } from '@mediation/testing';
import type { Desk, HttpAnswer } from '@tools/acceptance';
import { startSystem, type System } from './spec/system.fixture';

const ROOM = '370402102-pretrial-room';
const COMMITTEE = '370402102-committee';
const MEDIATOR = '370402102-m1';
const CONCESSION = '申请人私下表示六万元即可了结';
const FACTS = '双方对送货日期和货款总额十万元均无争议';

const referral = {
  kind: 'court-link',
  to: COMMITTEE,
  source: 'court',
  disputeType: 'contract',
  facts: '货款纠纷（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
  court: { mode: 'postfiling', procedure: 'summary', caseNumber: '（2026）鲁0402民初1号' },
  consents: ['p1', 'p2'],
};

/** Friday 25 September 2026: Mid-Autumn until Sunday, National Day from 1 to 7 October, Saturday 10 October made up. */
describeWithPostgres('a court entrusts a summary case on 25 September 2026', () => {
  const clock = new FixedClock('2026-09-25T09:00:00+08:00');
  let system: System;
  let room: Desk;
  let committee: Desk;
  let id: string;
  beforeAll(async () => {
    system = await startSystem(clock);
    room = await system.desk(ROOM, 'court-clerk');
    committee = await system.desk(COMMITTEE, 'committee-chair');
  });
  afterAll(() => system.close());

  const done = ({ status, text }: HttpAnswer): void => expect([status, status < 300 ? '' : text]).toEqual([status, '']);
  const act = async (path: string, body: JsonObject = {}) => done(await committee.post(`/disputes/${id}${path}`, body));
  const clockOf = async () => {
    const { body } = await committee.get(`/disputes/${id}`);
    const clocks = body['clocks'] as unknown as readonly JsonObject[];
    const { dueOn, rollsFrom, state, expiry, provisional } =
      clocks.find(({ rule }) => rule === 'entrusted-summary') ?? {};
    return { dueOn, rollsFrom, state, expiry, provisional };
  };

  it('is taken up, and the seven days begin with the mediator’s signature', async () => {
    const referred = await room.post('/referrals', referral);
    done(referred);
    id = String(referred.body['id']);
    await act('/handoffs/h1/acceptance');
    await act('/acceptance');
    await act('/mediators', { mediator: MEDIATOR, how: 'chosen-by-parties' });
    expect(await clockOf()).toEqual({});
    await act('/papers', { mediator: MEDIATOR });
    // Seven days: Friday 2 October, in the holiday; the next working day is Thursday the 8th (民诉法 85).
    expect(await clockOf()).toEqual({
      dueOn: '2026-10-08',
      rollsFrom: '2026-10-02',
      state: 'running',
      expiry: 'RETURNS_TO_COURT',
      provisional: false,
    });
  });

  it('keeps what is said, what nobody disputes and where papers are served', async () => {
    await act('/rights-notice');
    await act('/sessions', { record: CONCESSION });
    await act('/undisputed-facts', { facts: FACTS, consents: ['p1', 'p2'] });
    await act('/undisputed-facts/1/signatures', { party: 'p1' });
    await act('/service-addresses', { party: 'p1', address: '示例路一号' });
  });

  it('stands still during an appraisal, to the day', async () => {
    clock.set('2026-09-28T09:00:00+08:00');
    await act('/suspension', { reason: 'appraisal' });
    expect((await clockOf()).state).toBe('paused');
    clock.set('2026-10-08T09:00:00+08:00');
    await act('/resumption');
    // 26 and 27 September counted, ten days of appraisal did not: the other five end on Monday 12 October.
    expect(await clockOf()).toEqual({
      dueOn: '2026-10-12',
      state: 'running',
      expiry: 'RETURNS_TO_COURT',
      provisional: false,
    });
    await act('/undisputed-facts/1/signatures', { party: 'p2' });
  });

  it('goes back to the court by itself once the last day is over, and not before', async () => {
    clock.set('2026-10-12T23:59:59+08:00');
    expect((await clockOf()).state).toBe('running');
    clock.set('2026-10-13T00:00:01+08:00');
    const file = await eventually('the court is responsible again', async () => {
      const { body } = await room.get(`/disputes/${id}`);
      return body['custodian'] === ROOM ? body : notYet(body['custodian']);
    });
    expect(file).toMatchObject({ phase: 'registered', custodian: ROOM });
    const { body } = await room.get(`/disputes/${id}/history`);
    const events = body['events'] as unknown as readonly { type: string; occurredAt: string; data: JsonObject }[];
    const [expired, returned] = ['TimeLimitExpired', 'DisputeReturnedToCourt'].map((type) =>
      events.filter((event) => event.type === type),
    );
    expect(expired?.map(({ data }) => [data['clock'], data['dueOn'], data['effect']])).toEqual([
      ['entrusted-summary/proceeding-1', '2026-10-12', 'RETURNS_TO_COURT'],
    ]);
    expect(dateInShanghai(expired?.[0]?.occurredAt ?? '')).toBe('2026-10-13');
    expect(returned?.map(({ data }) => [data['result'], data['undisputedFacts'], data['serviceAddresses']])).toEqual([
      ['expired', 1, ['p1']],
    ]);
  });

  it('lets the court read the undisputed facts, and the concession nowhere', async () => {
    const center = `/api/center/v1`;
    const seen = await eventually('the centre shows it returned', async () => {
      const answer = await room.get(`${center}/disputes/${id}`);
      return answer.text.includes('DisputeReturnedToCourt') ? answer : notYet(answer.text.slice(-300));
    });
    const answers = [
      await room.get(`/disputes/${id}`),
      await room.get(`/disputes/${id}/history`),
      await room.get(`/disputes/${id}/documents`),
      await room.get(`/disputes/${id}/dossier`),
      await room.get(`${center}/disputes?q=${id}`),
      await room.get(`${center}/worklists/${ROOM}`),
      await room.get(`${center}/handoffs`),
      seen,
    ];
    expect(answers.filter(({ text }) => text.includes('六万'))).toEqual([]);
    expect(answers.slice(0, 2).some(({ text }) => text.includes(FACTS))).toBe(true);
    const own = await committee.get(`/disputes/${id}/history`);
    expect(own.text).toContain(CONCESSION);
  });
});

describeWithPostgres('judicial confirmation of what a court may not confirm', () => {
  const clock = new FixedClock('2026-03-02T09:00:00+08:00');
  let system: System;
  let committee: Desk;
  beforeAll(async () => {
    system = await startSystem(clock);
    committee = await system.desk(COMMITTEE, 'committee-chair');
  });
  afterAll(() => system.close());

  it('is refused when it is offered, with the article', async () => {
    const registered = await committee.post('/disputes', {
      source: 'application',
      disputeType: 'housing-homestead',
      facts: '两家争宅基地归属（示例）',
      parties: referral.parties,
    });
    const id = String(registered.body['id']);
    const acts: readonly (readonly [string, JsonObject])[] = [
      ['/matters', { matters: ['property-title'] }],
      ['/consents', { party: 'p1', consents: true }],
      ['/consents', { party: 'p2', consents: true }],
      ['/acceptance', {}],
      ['/mediators', { mediator: MEDIATOR, how: 'chosen-by-parties' }],
      ['/rights-notice', {}],
      ['/sessions', { record: '双方到场' }],
      ['/agreements', { form: 'written', terms: '确认宅基地归甲方（示例）' }],
      ['/agreements/1/signatures', { party: 'p1' }],
      ['/agreements/1/signatures', { party: 'p2' }],
      ['/agreements/1/signatures', { mediator: MEDIATOR }],
      ['/agreements/1/seal', {}],
    ];
    for (const [path, body] of acts) {
      const { status, text } = await committee.post(`/disputes/${id}${path}`, body);
      expect([path, status, status < 300 ? '' : text]).toEqual([path, 200, '']);
    }
    const { status, body } = await committee.post(`/disputes/${id}/agreements/1/confirmation-offers`, {
      court: '370402-court',
    });
    expect([status, body['code'], body['pack']]).toEqual([409, 'barred-by-rule', 'cn@2026-01-01+cn-37@2025-05-01']);
    expect(String(body['rule'])).toContain('property-title');
    expect(String(body['article'])).toContain('第三百五十五条');
    expect(body['link']).toBe('laws/civil-procedure-interpretation-2022.md#art-355');
  });
});

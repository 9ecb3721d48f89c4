import { commandRunner, type CommandMeta } from '@mediation/command-runner';
import { disputeAggregate } from '@mediation/dispute/api';
import { disputeStream, type DisputeCommand } from '@mediation/dispute/domain';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { Journal } from '@mediation/event-store/port';
import type { Instant } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import {
  createTestDatabase,
  describeWithPostgres,
  eventually,
  FixedClock,
  notYet,
  type TestDatabase,
} from '@mediation/testing';
import { randomUUID } from 'node:crypto';
import { TimeLimitWatcher, type WatcherEvent } from '../time-limit-watcher';

const ROOM = '370402102-pretrial-room';
const COMMITTEE = '370402102-committee';

/** Friday 25 September 2026 is Mid-Autumn: the three working days to answer a court end on Wednesday the 30th. */
const REFERRED = '2026-09-25T09:00:00+08:00';
const LAPSE = '2026-09-30T16:00:00.000Z';
const LONG_AFTER = '2026-10-09T10:00:00+08:00';

const referral: DisputeCommand = {
  type: 'ReferDispute',
  data: {
    source: 'court',
    disputeType: 'contract',
    facts: '货款（示例）',
    headcount: 2,
    parties: [
      { kind: 'natural-person', role: 'applicant', minor: false, name: '示例甲' },
      { kind: 'natural-person', role: 'respondent', minor: false, name: '示例乙' },
    ],
    to: COMMITTEE,
    kind: 'court-link',
    reason: 'pre-trial',
  },
} as DisputeCommand;

describeWithPostgres('the watcher of time limits', () => {
  let database: TestDatabase;
  let journal: Journal;
  let clock: FixedClock;
  let watchers: TimeLimitWatcher[];
  let told: WatcherEvent[];

  beforeEach(async () => {
    database = await createTestDatabase();
    journal = postgresJournal({ connectionString: database.appUrl });
    clock = new FixedClock(REFERRED);
    watchers = [];
    told = [];
  });
  afterEach(async () => {
    await Promise.all(watchers.map((each) => each.close()));
    await journal.close();
    await database.drop();
  });

  const run = (command: DisputeCommand, meta: CommandMeta) =>
    commandRunner(disputeAggregate(rulePackFor), { journal, clock })(command, meta);

  const begin = (): TimeLimitWatcher => {
    const watcher = new TimeLimitWatcher({
      events: journal,
      databaseUrl: database.appUrl,
      run,
      clock,
      everyMs: 20,
      onEvent: (event) => told.push(event),
    });
    watchers.push(watcher);
    watcher.start();
    return watcher;
  };

  const refer = async (occurredAt: Instant = REFERRED): Promise<string> => {
    const id = randomUUID();
    const actor = { sub: 'clerk', org: ROOM, roles: ['court-clerk'] };
    const outcome = await run(referral, { stream: disputeStream(id), actor, commandId: id, creates: true, occurredAt });
    expect(outcome.kind).toBe('done');
    return id;
  };
  const typesOf = async (id: string) => (await journal.readStream(disputeStream(id))).map(({ type }) => type);
  const recorded = (id: string) =>
    eventually('the lapse is recorded', async () => {
      const types = await typesOf(id);
      return types.includes('dispute.handoff-lapsed.v1') ? types : notYet(types);
    });

  const WHOLE = [
    'dispute.registered.v1',
    'dispute.handoff-offered.v1',
    'dispute.time-limit-expired.v1',
    'dispute.handoff-lapsed.v1',
  ];

  it('records what ran out while nobody watched, once, at its own moment', async () => {
    const id = await refer();
    clock.set(LONG_AFTER);
    begin();
    expect(await recorded(id)).toEqual(WHOLE);
    const [, , expired, lapsed] = await journal.readStream(disputeStream(id));
    expect(expired?.data).toEqual({
      clock: 'referral-reply/handoff-h1',
      rule: 'referral-reply',
      effect: 'REASSIGN',
      dueOn: '2026-09-30',
      expiredAt: '2026-10-01T00:00:00+08:00',
    });
    expect(lapsed?.data).toEqual({ handoff: 'h1', lapsedAt: '2026-10-01T00:00:00+08:00' });
    expect(expired?.metadata).toMatchObject({
      occurredAt: LAPSE,
      recordedAt: LONG_AFTER,
      actor: { sub: 'time-limit-watcher', org: '370402-center', roles: ['system'] },
    });
  });

  it('catches up in the order of the last days', async () => {
    const late = await refer('2026-09-22T09:00:00+08:00');
    const early = await refer('2026-09-21T09:00:00+08:00');
    const last = await refer();
    clock.set(LONG_AFTER);
    begin();
    await Promise.all([late, early, last].map(recorded));
    const order = told.flatMap((event) => (event.kind === 'expired' ? [event.dispute] : []));
    expect(order).toEqual([early, late, last]);
  });

  it('records once, however many watch and however often they are stopped', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => refer()));
    clock.set(LONG_AFTER);
    const doomed = [begin(), begin(), begin()];
    await eventually('some are recorded', () => told.some(({ kind }) => kind === 'expired') || notYet(told.length));
    watchers = [];
    await Promise.all(doomed.map((each) => each.close()));
    begin();
    for (const id of ids) expect(await recorded(id)).toEqual(WHOLE);
  });

  it('leaves alone what is not over, and what was answered in time', async () => {
    const answered = await refer('2026-09-21T09:00:00+08:00');
    const actor = { sub: 'chair', org: COMMITTEE, roles: ['committee-chair'] };
    const acceptance = { type: 'AcceptHandoff', data: { handoff: 'h1' } } as const;
    const meta = { stream: disputeStream(answered), actor, commandId: randomUUID() };
    expect(await run(acceptance, { ...meta, occurredAt: '2026-09-22T09:00:00+08:00' })).toMatchObject({ kind: 'done' });
    const running = await refer();
    const over = await refer('2026-09-14T09:00:00+08:00');
    begin();
    await recorded(over);
    clock.set('2026-09-30T23:59:59+08:00');
    const alsoOver = await refer('2026-09-15T09:00:00+08:00');
    await recorded(alsoOver);
    expect(await typesOf(running)).toEqual(WHOLE.slice(0, 2));
    expect(await typesOf(answered)).toEqual([
      ...WHOLE.slice(0, 2),
      'dispute.handoff-accepted.v1',
      'dispute.custody-moved.v1',
    ]);
    clock.set(LAPSE);
    expect(await recorded(running)).toEqual(WHOLE);
  });
});

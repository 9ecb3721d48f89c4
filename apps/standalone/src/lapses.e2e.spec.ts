import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAbandonedPostgres } from '@mediation/embedded-postgres';
import { eventually, notYet } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { startProgram, type Program } from './spec/program.fixture';
import { freePort } from './spec/system.fixture';

const MEDICAL = '370402-medical';
/** Thirty working days from Monday 3 March 2025 end on 15 April: Qingming is off. */
const THEN = { occurredAt: '2025-03-03T09:00:00+08:00' };
const CASES = 400;
const AT_ONCE = 8;

const registration = {
  source: 'application',
  disputeType: 'medical',
  facts: '术后恢复情况存在争议（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', kind: 'legal-person', name: '示例医院' },
  ],
  ...THEN,
};

/** Nobody watched while the days ran out; then the watcher is killed in the middle of its work, twice. */
describe('medical disputes whose thirty working days are over', () => {
  const dataDir = join(tmpdir(), `mediation-lapses-${randomBytes(6).toString('hex')}`);
  let port: number;
  let program: Program;
  let medical: Desk;
  let ids: readonly string[];
  beforeAll(async () => {
    port = await freePort();
    await start();
  }, 90_000);
  afterAll(async () => {
    await program.end('SIGKILL');
    await stopAbandonedPostgres(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    program = await startProgram({ dataDir, port });
    medical = await program.desk(MEDICAL, 'mediator');
  };
  const ok = async (path: string, body: object): Promise<string> => {
    const answer = await medical.post(path, { ...body });
    expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, answer.status, '']);
    return String(answer.body['id']);
  };
  /** Several at once, each taking the next. */
  const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
    const answers: R[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let n = next++; n < items.length; n = next++) answers[n] = await work(items[n]!);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return answers;
  };
  const prepare = async (): Promise<string> => {
    const id = await ok('/disputes', registration);
    for (const party of ['p1', 'p2']) await ok(`/disputes/${id}/consents`, { party, consents: true, ...THEN });
    return id;
  };
  /** Under a key of its own, so that asking again accepts no second time. */
  const accept = (id: string) =>
    medical.post(`/disputes/${id}/acceptance`, THEN, { 'idempotency-key': `accept-${id}` });
  const endings = async (id: string): Promise<readonly string[]> => {
    const { body } = await medical.get(`/disputes/${id}/history`);
    const events = body['events'] as unknown as readonly { type: string }[];
    return events.slice(3).map(({ type }) => type);
  };
  const hasLapsed = (id: string) =>
    eventually('the lapse is recorded', async () => {
      const seen = await endings(id);
      return seen.length > 1 ? true : notYet(seen);
    });
  /** Accepts one after the other, and is killed half-way, while the watcher records what was accepted before. */
  const killedOnTheWay = async (waiting: readonly string[]): Promise<number> => {
    let accepted = 0;
    let killed: Promise<unknown> | undefined;
    await inTurn(waiting, async (id) => {
      const { status } = await accept(id).catch(() => ({ status: 0 }));
      if (status === 200) accepted += 1;
      if (accepted >= waiting.length / 2) killed ??= program.end('SIGKILL');
    });
    await killed;
    await start();
    return accepted;
  };

  it('are deemed failed, each once', async () => {
    ids = await inTurn(Array.from({ length: CASES }), prepare);
    const first = await killedOnTheWay(ids);
    expect(first).toBeLessThan(CASES);
    const waiting = ids.slice(first);
    expect(await killedOnTheWay(waiting)).toBeLessThan(waiting.length);
    await inTurn(ids, accept);
    await inTurn(ids, hasLapsed);
    const all = await inTurn(ids, endings);
    expect(all).toEqual(ids.map(() => ['DisputeAccepted', 'TimeLimitExpired', 'MediationFailed']));
    const { body } = await medical.get(`/disputes/${ids[0]}`);
    expect(body).toMatchObject({ phase: 'ended', outcome: 'failed' });
  }, 180_000);
});

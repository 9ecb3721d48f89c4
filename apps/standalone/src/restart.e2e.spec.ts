import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAbandonedPostgres } from '@mediation/embedded-postgres';
import type { JsonObject } from '@mediation/kernel';
import { eventually, notYet } from '@mediation/testing';
import type { Desk, HttpAnswer } from '@tools/acceptance';
import { postmasterPid, serverPids, startProgram, type Program } from './spec/program.fixture';
import { freePort } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const BURST = 120;
const KILL_AFTER = 30;

const registration = (n: number) => ({
  source: 'application',
  disputeType: 'neighbourhood',
  facts: `第 ${n} 件（示例）`,
  parties: [{ role: 'applicant', name: `示例甲${n}` }],
});
const register = (desk: Desk, n: number) =>
  desk.post('/disputes', registration(n), { 'idempotency-key': `burst-${n}` });

describe('the program, killed while it writes and started again', () => {
  const dataDir = join(tmpdir(), `mediation-restart-${randomBytes(6).toString('hex')}`);
  const numbers = Array.from({ length: BURST }, (_, n) => n);
  const acknowledged = new Map<number, HttpAnswer>();
  let port: number;
  let orphan: number | undefined;
  let program: Program;
  let village: Desk;
  let ended = false;
  beforeAll(async () => {
    port = await freePort();
    program = await startProgram({ dataDir, port });
    village = await program.desk(VILLAGE, 'mediator');
  }, 90_000);
  afterAll(async () => {
    if (!ended) await program.end('SIGKILL');
    await stopAbandonedPostgres(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is killed in the middle of a burst', async () => {
    let killed: ReturnType<Program['end']> | undefined;
    const outcomes = await Promise.allSettled(
      numbers.map(async (n) => {
        const answer = await register(village, n);
        acknowledged.set(n, answer);
        if (acknowledged.size === KILL_AFTER) killed = program.end('SIGKILL');
      }),
    );
    expect(await killed).toEqual({ code: null, signal: 'SIGKILL' });
    expect([...new Set([...acknowledged.values()].map(({ status }) => status))]).toEqual([201]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(acknowledged.size);
    orphan = postmasterPid(dataDir);
    if (process.platform === 'linux') expect(serverPids(dataDir)).toContain(orphan);
  });

  it('starts again on the same folder and ends the server that was left', async () => {
    program = await startProgram({ dataDir, port });
    expect(program.output()).toContain('stopped the database process left from the last run');
    expect(postmasterPid(dataDir)).not.toBe(orphan);
    expect(serverPids(dataDir)).not.toContain(orphan);
  }, 90_000);

  it('still believes the tokens it gave, and has everything it acknowledged', async () => {
    for (const { body, headers } of acknowledged.values()) {
      const file = await village.get(`/disputes/${String(body['id'])}`);
      expect([file.status, file.headers.etag, file.body['custodian']]).toEqual([200, headers.etag, VILLAGE]);
    }
  });

  it('answers every retry: what was acknowledged as it was, the rest once', async () => {
    const ids = new Set<string>();
    for (const n of numbers) {
      const { status, headers, body } = await register(village, n);
      expect(status).toBe(201);
      ids.add(String(body['id']));
      const first = acknowledged.get(n);
      if (first) expect([headers['idempotency-replayed'], body]).toEqual(['true', first.body]);
    }
    expect(ids.size).toBe(BURST);
  });

  it('shows each dispute once in its views', async () => {
    const desk = await program.desk('370402-center', 'center-officer');
    const found = await eventually('the views to have all of them', async () => {
      const { body } = await desk.get('/api/center/v1/disputes?limit=200');
      const items = body['items'] as unknown as readonly JsonObject[];
      return items.length >= BURST ? items : notYet({ items: items.length });
    });
    expect(found).toHaveLength(BURST);
  });

  it('ends with exit code 0 when asked to, and leaves no process behind', async () => {
    const server = postmasterPid(dataDir);
    ended = true;
    expect(await program.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(postmasterPid(dataDir)).toBeUndefined();
    expect(serverPids(dataDir)).toEqual([]);
    expect(() => process.kill(server!, 0)).toThrow('ESRCH');
  });
});

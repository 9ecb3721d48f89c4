import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeWithPostgres, eventually, notYet, spawnTypeScript } from '@mediation/testing';
import { openTestCenter, type TestCenter } from './center.fixture';
import { accepted, registered, TOWNSHIP } from './story';

const TOLD = { type: 'RoutesTold', data: { routes: ['litigation'] } } as const;
const DISPUTES = Array.from({ length: 12 }, (_, n) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
/** An hour in the scale of this test, where the waits are a thousandth of what they are; longer ones would only be waited for. */
const SETTINGS = {
  allowPrivate: true,
  backoff: [5, 300, 1_800, ...new Array<number>(60).fill(1_000)],
  claimMs: 1_000,
  sweepMs: 250,
};

interface Line {
  readonly id: string;
  readonly takes: boolean;
  readonly verified: boolean;
  readonly body: string;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

const ready = async (child: ChildProcess): Promise<ChildProcess> => {
  await once(child.stdout!, 'data');
  return child;
};

describeWithPostgres('a receiver that fails for an hour', () => {
  const folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
  const file = join(folder, 'received.jsonl');
  const children = new Set<ChildProcess>();
  let center: TestCenter;
  let port: number;
  beforeAll(async () => {
    center = await openTestCenter('elsewhere');
    port = await freePort();
  });
  afterAll(async () => {
    await Promise.all([...children].map(kill));
    await center.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (name: string, ...args: readonly string[]): Promise<ChildProcess> => {
    const child = spawnTypeScript(resolve(__dirname, `${name}.process.ts`), args);
    children.add(child);
    return ready(child);
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    if (!children.delete(child)) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const sender = () => start('webhook-sender', center.database.appUrl, JSON.stringify(SETTINGS));
  const lines = (): readonly Line[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Line)
      : [];

  it('gets every event once it returns, in order in each dispute, signed, though senders and receivers die on the way', async () => {
    const { status, body } = await center.send('POST', 'webhooks', {
      url: `http://127.0.0.1:${port}/`,
      body: TOWNSHIP,
    });
    expect(status).toBe(201);
    const recovered = join(folder, 'recovered');
    const consumer = () => start('webhook-consumer', String(port), file, String(body['secret']), recovered);
    let [sending, receiving] = await Promise.all([sender(), consumer()]);
    for (const id of DISPUTES)
      await center.record(id, TOWNSHIP, registered({ custodian: TOWNSHIP }), accepted({ body: TOWNSHIP }));
    const tried = (times: number) =>
      eventually(`${times} attempts`, () => (lines().length >= times ? true : notYet(lines().length)));
    await tried(DISPUTES.length);
    for (const round of [1, 2, 3]) {
      await Promise.all([kill(sending), kill(receiving)]);
      for (const id of DISPUTES) await center.record(id, TOWNSHIP, TOLD, TOLD);
      [sending, receiving] = await Promise.all([sender(), consumer()]);
      await tried(lines().length + 5);
      // From here on it takes what comes, and dies once more while it does.
      if (round === 2) writeFileSync(recovered, '');
    }
    const all = DISPUTES.length * 8;
    const taken = () => lines().filter(({ takes }) => takes);
    await eventually(
      'all are taken',
      () => (new Set(taken().map(({ id }) => id)).size === all ? true : notYet(taken().length)),
      { timeoutMs: 30_000 },
    );

    expect(lines().filter(({ verified }) => !verified)).toEqual([]);
    expect(lines().some(({ takes }) => !takes)).toBe(true);
    for (const dispute of DISPUTES) {
      const ids = [...new Set(taken().map(({ id }) => id))].filter((id) => id.startsWith(dispute));
      expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((revision) => `${dispute}:${revision}`));
    }
    // At least once: what comes twice is the very same.
    const bodies = new Map<string, Set<string>>();
    for (const { id, body: text } of taken()) bodies.set(id, (bodies.get(id) ?? new Set()).add(text));
    expect([...bodies.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(taken()[0]!.body).not.toMatch(/甲某|乙某|滴水|10000000000/);
  });
});

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAbandonedPostgres } from '@mediation/embedded-postgres';
import { eventually, notYet } from '@mediation/testing';
import type { Desk } from '@tools/acceptance';
import { findViews, parseRequest, run as rebuild } from '@tools/rebuild';
import { ALL_RECORDED_BY } from '@tools/sample-year';
import { asGolden, GOLDEN_RETURNS, readGolden, writeGolden, type GoldenReturn } from './spec/golden-returns';
import { failToStart, startProgram, type Program } from './spec/program.fixture';
import { foundBy, piecesOf, textsHolding, writtenTexts } from './spec/search-by-hand';
import { freePort } from './spec/system.fixture';

const CENTER = '370402-center';
const SUMMARY = '/api/center/v1/summary?from=2025-01-01&to=2025-12-31';
/** Some weeks into the year; its limits have all run out long ago. */
const ENOUGH = 40;

interface Event {
  readonly type: string;
  readonly recordedAt: string;
}

/** The watch sees every limit of the past year as overrun: it may begin only when the last step is told. */
describe('the sample year, cut off half-way', () => {
  const dataDir = join(tmpdir(), `mediation-year-${randomBytes(6).toString('hex')}`);
  let port: number;
  let program: Program;
  let desk: Desk;
  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(async () => {
    await program.end('SIGKILL');
    await stopAbandonedPostgres(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    program = await startProgram({ dataDir, port, sampleYear: 'on' });
    desk = await program.desk(CENTER, 'center-officer');
  };
  const mediated = async (): Promise<number> => Number((await desk.get(SUMMARY)).body['mediated']);
  const openHandoffs = async (): Promise<readonly string[]> => {
    const { body } = await desk.get('/api/center/v1/handoffs?state=open&limit=100');
    return (body['items'] as unknown as readonly { dispute: string }[]).map(({ dispute }) => dispute);
  };
  const historyOf = async (dispute: string): Promise<readonly Event[]> => {
    const { body } = await desk.get(`/api/district/v1/disputes/${dispute}/history`);
    return body['events'] as unknown as readonly Event[];
  };

  it('is killed in the middle of it', async () => {
    await start();
    await eventually(
      'some weeks to be told',
      async () => {
        const seen = await mediated();
        return seen >= ENOUGH ? true : notYet(seen);
      },
      { timeoutMs: 60_000 },
    );
    expect(await program.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  }, 150_000);

  it('is not begun without what would complete it: half a year would be watched', async () => {
    const { code, output } = await failToStart({ dataDir, port, sampleYear: 'off' });
    expect(code).toBe(1);
    expect(output).toContain('is told only in part');
  }, 90_000);

  it('is completed when it is started again, with the figures of the year', async () => {
    await start();
    await eventually(
      'the year to be whole',
      () => (program.output().includes('已回放 922 件纠纷') ? true : notYet(program.output().slice(-200))),
      { timeoutMs: 480_000, intervalMs: 250 },
    );
    const { body } = await eventually('the views to have the last of it', async () => {
      const answer = await desk.get(SUMMARY);
      return answer.body['openHandoffs'] === 20 ? answer : notYet(answer.body['openHandoffs']);
    });
    expect(body).toMatchObject({ mediated: 854, massIncidents: { cases: 43, people: 1290 }, medical: 12, overdue: 13 });
  }, 600_000);

  it('was recorded day by day as it was entered, and not today', async () => {
    const { body } = await desk.get('/api/center/v1/disputes?limit=100');
    const ids = (body['items'] as unknown as readonly { id: string }[]).map(({ id }) => id);
    const events = (await Promise.all(ids.map(historyOf))).flat().filter(({ type }) => type !== 'TimeLimitExpired');
    const recordedOn = events.map(({ recordedAt }) => recordedAt.slice(0, 10)).sort();
    expect([recordedOn[0]! >= '2025-01-02', recordedOn.at(-1)! <= ALL_RECORDED_BY]).toEqual([true, true]);
  });

  it('is found by every piece of its texts, each in all the disputes that hold it and in no other', async () => {
    const texts = await writtenTexts(findViews({ DATA_DIR: dataDir }, 'mediation').serviceUrl);
    // Of 922: some from the beginning, the middle and the end of them.
    const chosen = texts.filter((_, index) => index % 211 === 97);
    const pieces = [...new Set(chosen.flatMap(({ facts }) => [...piecesOf(facts, 2), ...piecesOf(facts, 4)]))];
    expect(pieces.length).toBeGreaterThan(50);
    for (const piece of pieces) {
      expect({ piece, found: await foundBy(desk, piece) }).toEqual({ piece, found: textsHolding(texts, piece) });
    }
  }, 120_000);

  const returnOf = async ({ kind, period, asOf }: GoldenReturn) => {
    const url = (format: string) =>
      `${program.baseUrl}/api/center/v1/returns/${kind}?period=${period}&asOf=${asOf}&format=${format}`;
    const take = async (format: string) => {
      const response = await fetch(url(format), { headers: { authorization: `Bearer ${desk.token}` } });
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    };
    const [json, csv, xlsx] = await Promise.all([take('json'), take('csv'), take('xlsx')]);
    return asGolden({ json: json.toString('utf8'), csv: csv.toString('utf8'), xlsx });
  };
  const asTheGoldensAre = async () => {
    for (const which of GOLDEN_RETURNS) {
      const files = await returnOf(which);
      if (process.env['WRITE_GOLDEN'] === '1') writeGolden(which, files);
      expect(files).toEqual(readGolden(which));
    }
  };

  it('gives both official returns as the golden files have them', asTheGoldensAre, 60_000);

  it('gives them once more, to the byte, after every view was built again from the events', async () => {
    const views = findViews({ DATA_DIR: dataDir }, 'mediation');
    expect(await rebuild(parseRequest(['all']), views)).toBe(true);
    await asTheGoldensAre();
  }, 120_000);

  it('is watched from then on: each reply that is overdue is recorded, after the whole of the year, and none lapses', async () => {
    const disputes = await openHandoffs();
    const histories = await eventually('all of them to be recorded', async () => {
      const all = await Promise.all(disputes.map(historyOf));
      const lapsed = all.filter((events) => events.some(({ type }) => type === 'TimeLimitExpired'));
      return lapsed.length === disputes.length ? all : notYet(lapsed.length);
    });
    const events = histories.flat();
    const recorded = (isExpiry: boolean) =>
      events
        .filter(({ type }) => (type === 'TimeLimitExpired') === isExpiry)
        .map(({ recordedAt }) => recordedAt)
        .sort();
    expect(recorded(false).at(-1)! < recorded(true)[0]!).toBe(true);
    expect((await openHandoffs()).length).toBe(20);
  });
});

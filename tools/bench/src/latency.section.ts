import { withKafka } from './bench-kafka';
import { settle } from './bench-server';
import { comparisonOf } from './compare';
import { atMost, type Bench, type Finding, type Section } from './finding';
import { startNetwork } from './network';
import { openLoop, type Pace } from './open-loop';
import { percentile } from './percentile';
import { startProgram } from './post-servers';
import { VillageCommands, type Village } from './village-commands';
import { ViewWatch } from './view-watch';

const RATES = [50, 500];
const PAIRS = 3;
const PERCENTS = [50, 99];
const TARGETS: Readonly<Record<string, number>> = { '500/s, p99': 1_000 };
/** Of the rate that was asked for: below that it was not held, and whoever is slow to answer has less to show. */
const HELD = 0.95;

interface Place {
  readonly commands: VillageCommands;
  readonly viewsUrl: string;
}

const place = (village: Village, viewsUrl: string): Place => ({ commands: new VillageCommands(village), viewsUrl });

/** What one run saw, in milliseconds. */
interface Seen {
  /** From the answer to the row. */
  readonly toRow: readonly number[];
  /** From when the command was due to its answer. */
  readonly toAnswer: readonly number[];
  /** Commands answered a second, until the last of them. */
  readonly rate: number;
}

const load = async ({ commands, viewsUrl }: Place, pace: Pace): Promise<Seen> => {
  const watch = await ViewWatch.start(viewsUrl);
  const toAnswer: number[] = [];
  const startedAt = performance.now();
  await openLoop(pace, async (dueAt) => {
    const { id, revision } = await commands.next();
    watch.answered(id, revision);
    toAnswer.push(performance.now() - dueAt);
  });
  const rate = (toAnswer.length / (performance.now() - startedAt)) * 1000;
  return { toRow: await watch.end(), toAnswer, rate };
};

const inBrief = ({ toRow, toAnswer, rate }: Seen): string => {
  const [row, answer] = [toRow, toAnswer].map((each) => PERCENTS.map((p) => percentile(each, p).toFixed(0)).join('/'));
  return `${row} ms (201: ${answer} ms, ${rate.toFixed(0)}/s)`;
};

interface Turn {
  readonly embedded: Seen;
  readonly network: Seen;
}

const findings = (perSecond: number, turns: readonly Turn[]): readonly Finding[] =>
  PERCENTS.map((percent) => {
    const name = `${perSecond}/s, p${percent}`;
    const at = (seen: Seen) => percentile(seen.toRow, percent);
    const comparison = comparisonOf(
      turns.map(({ embedded, network }) => ({ baseline: at(embedded), candidate: at(network) })),
    );
    const answers = turns.map(({ embedded, network }) =>
      [embedded, network].map(({ toAnswer }) => percentile(toAnswer, percent).toFixed(0)).join(' → '),
    );
    const held = turns.map(({ embedded, network }) =>
      [embedded, network].map(({ rate }) => rate.toFixed(0)).join(' → '),
    );
    const isHeld = turns.every(({ network }) => network.rate >= HELD * perSecond);
    const target = TARGETS[name];
    return {
      what: `从 201 到视图 from the 201 to the row, ${name}, 嵌入 embedded → 经 Kafka over Kafka`,
      unit: 'ms',
      comparison,
      ...(target !== undefined && { verdict: atMost(target, comparison, isHeld) }),
      note: `from due to 201: ${answers.join('; ')} ms; answered: ${held.join('; ')} a second`,
    };
  });

const measure = async (bench: Bench, perSecond: number, sides: { embedded: Place; network: Place }) => {
  const { loadMs, warmUpMs } = bench.scale;
  const turn = async (ms: number): Promise<Turn> => {
    const embedded = await load(sides.embedded, { perSecond, ms });
    return { embedded, network: await load(sides.network, { perSecond, ms }) };
  };
  await turn(2 * warmUpMs);
  await settle(bench.server.superuserUrl);
  const turns: Turn[] = [];
  for (let n = 1; n <= PAIRS; n += 1) {
    const { embedded, network } = await turn(loadMs);
    turns.push({ embedded, network });
    bench.say(
      `每秒 ${perSecond},第 ${n}/${PAIRS} 对,p50/p99:${inBrief(embedded)} → ${inBrief(network)}`,
      `from the 201 to the row, pair ${n}`,
    );
  }
  return findings(perSecond, turns);
};

const runOver = async (bench: Bench, brokers: string): Promise<readonly Finding[]> => {
  const urls = await bench.server.database('bench_embedded');
  const program = await startProgram({ dataDir: bench.server.dataDir, urls });
  const network = await startNetwork(bench, brokers);
  const sides = { embedded: place(program, urls.serviceUrl), network: place(network, network.viewsUrl) };
  try {
    const found: Finding[] = [];
    for (const perSecond of RATES) found.push(...(await measure(bench, perSecond, sides)));
    return found;
  } finally {
    for (const { commands } of Object.values(sides)) commands.end();
    await Promise.all([program.stop(), network.stop()]);
  }
};

export const latencySection: Section = {
  name: 'latency',
  title: '从 201 到视图 From the 201 to the row in the view',
  method:
    'Commands of a village, one in seven a registration and the others the next steps of some two hundred open disputes, are sent ' +
    'at a fixed rate whether or not the earlier ones have been answered. Measured: from when the client has the 201 until it sees ' +
    'the event’s revision in the row of `disputes`, for every command, the slowest included; every view of the centre is written in ' +
    'the same transaction. The client looks every 5 ms at the view’s checkpoint, and at the rows it waits for when that has moved. ' +
    'Embedded, in the baseline’s column, is what `npm start` starts: one process over one PostgreSQL. Over Kafka is what ' +
    '`npm run network` starts: village, township, district, recorder and centre as processes, one broker, the district’s and the ' +
    'network’s databases in the same PostgreSQL. All of them and the client share the machine; they take turns under load. Beside ' +
    'each figure: from the moment the command was due until its 201, at the same percentile, and how many a second were answered ' +
    'until the last was. The target is met only where over Kafka every run answered at least 95 % of the rate.',
  run: (bench) => withKafka(bench, (brokers) => runOver(bench, brokers)),
};

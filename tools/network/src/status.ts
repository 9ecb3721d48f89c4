import { readRunning } from './running-file';

interface Row {
  readonly name: string;
  readonly address: string;
  readonly health: string;
  readonly lag: string;
  readonly position: string;
}

interface Ready {
  readonly status?: string;
  readonly title?: string;
  readonly relay?: { readonly leading: boolean; readonly lagEvents: number; readonly position?: string };
  readonly consumer?: { readonly lag: number; readonly head?: string };
  readonly views?: { readonly position?: string; readonly head?: string; readonly behind: number };
}

const ANSWER_WITHIN_MS = 5_000;

const readyOf = async (url: string): Promise<Ready | undefined> => {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return (await answer.json()) as Ready;
  } catch {
    return undefined;
  }
};

const standing = ({ relay, consumer, views }: Ready): Pick<Row, 'lag' | 'position'> => {
  if (relay) {
    const role = relay.leading ? '领导 leads' : '候补 stands by';
    return { lag: `${relay.lagEvents}`, position: `${relay.position ?? '–'} (${role})` };
  }
  if (consumer) return { lag: `${consumer.lag}`, position: consumer.head ?? '–' };
  return { lag: views ? String(views.behind) : '–', position: views?.position ?? '–' };
};

const rowOf = async ({ name, port }: { name: string; port: number }): Promise<Row> => {
  const address = `http://localhost:${port}`;
  const ready = await readyOf(address);
  if (ready === undefined) return { name, address, health: '无应答 no answer', lag: '–', position: '–' };
  const health = ready.status === 'ok' ? '正常 ok' : (ready.title ?? '未就绪 not ready');
  return { name, address, health, ...standing(ready) };
};

/** East Asian characters take two columns of a terminal. */
const columns = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

const table = (rows: readonly Row[]): string => {
  const head: Row = {
    name: '服务 service',
    address: '地址 address',
    health: '健康 health',
    lag: '落后 lag',
    position: '位置 position',
  };
  const all = [head, ...rows];
  const keys = ['name', 'address', 'health', 'lag', 'position'] as const;
  const widths = keys.map((key) => Math.max(...all.map((row) => columns(row[key]))));
  return all
    .map((row) =>
      keys
        .map((key, index) => padded(row[key], widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** Prints each process's health, lag and position. Answers whether all are well. */
export const showStatus = async (dataDir: string): Promise<boolean> => {
  const running = readRunning(dataDir);
  if (running === undefined) {
    console.error('网络没有在运行;请先 npm run network · the network is not running; run npm run network first');
    return false;
  }
  const rows = await Promise.all(running.services.map(rowOf));
  console.log(table(rows));
  return rows.every(({ health }) => health === '正常 ok');
};

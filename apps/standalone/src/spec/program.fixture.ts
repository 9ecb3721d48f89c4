import { openEmbeddedIssuer, type Role } from '@mediation/access';
import { eventually, notYet, spawnTypeScript } from '@mediation/testing';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { deskAt, httpCall } from '@tools/acceptance';

/** Compiling the sources as they are loaded takes most of it. */
const START_TIMEOUT_MS = 60_000;

interface Place {
  readonly dataDir: string;
  readonly port: number;
  readonly sampleYear?: 'on' | 'off';
}

const spawnProgram = ({ dataDir, port, sampleYear = 'off' }: Place) => {
  const child = spawnTypeScript(join(__dirname, 'run-main.ts'), [], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, SAMPLE_YEAR: sampleYear, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const from of [child.stdout, child.stderr])
    from?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const exited = once(child, 'exit') as Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  return { child, exited, output: () => output };
};

/** The program where it does not start: how it ended, and what it said. */
export const failToStart = async (place: Place) => {
  const { child, output } = spawnProgram(place);
  const [code] = (await once(child, 'close')) as [code: number | null];
  return { code, output: output() };
};

/** The program as a person starts it, ready to serve, its own database included. */
export const startProgram = async (place: Place) => {
  const { dataDir, port } = place;
  const { child, exited, output } = spawnProgram(place);
  const baseUrl = `http://127.0.0.1:${port}`;
  await eventually(
    'the program to be ready',
    async () => {
      if (child.exitCode !== null) return notYet(`exit code ${child.exitCode}: ${output()}`);
      const { status, text } = await httpCall(`${baseUrl}/health/ready`);
      return status === 200 ? true : notYet(text);
    },
    { timeoutMs: START_TIMEOUT_MS, intervalMs: 50 },
  );
  return {
    baseUrl,
    /** What it has printed. */
    output,
    desk: async (org: string, role: Role) => {
      const issuer = await openEmbeddedIssuer(join(dataDir, 'issuer.json'));
      if (issuer === undefined) throw new Error('the program made no issuer');
      return deskAt(() => baseUrl, org, await issuer.sign({ sub: role, org, roles: [role], ttlSeconds: 600 }));
    },
    /** Sends the signal and says how the program ended. */
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      const [code, by] = await exited;
      return { code, signal: by };
    },
  };
};
export type Program = Awaited<ReturnType<typeof startProgram>>;

const cluster = (dataDir: string): string => join(dataDir, 'postgres', 'cluster');

/** The server's first process; undefined when none claims the folder. */
export const postmasterPid = (dataDir: string): number | undefined => {
  try {
    return Number(readFileSync(join(cluster(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
};

const worksIn = (pid: string, folder: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
};

/** All processes that work in the cluster's folder, as a server's do. Only Linux can tell. */
export const serverPids = (dataDir: string): readonly number[] => {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(cluster(dataDir));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, folder))
    .map(Number);
};

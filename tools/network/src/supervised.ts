import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readableLine } from './log-line';
import type { ServicePlan } from './services';

/** Where the built services are, seen from the built supervisor. */
const APPS = join(__dirname, '..', '..', '..', 'apps');
/** Between a fall and the next start: doubled each time, up to the longest. */
const WAIT_MS = { first: 500, longest: 10_000 };
/** A process that has run for so long has started well: the next fall begins to count anew. */
const SETTLED_MS = 30_000;
const END_WITHIN_MS = 12_000;

const passedOn = ({ PATH, HOME, LANG, TZ, TMPDIR, NODE_ENV }: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries({ PATH, HOME, LANG, TZ, TMPDIR, NODE_ENV }).filter(([, value]) => value !== undefined),
  );

export interface SupervisedOptions {
  readonly write: (line: string) => void;
  readonly wait?: typeof WAIT_MS;
  readonly apps?: string;
}

/** One service as a process of its own, started again whenever it falls, until it is told to end. */
export class Supervised {
  private child: ChildProcess | undefined;
  private ending = false;
  private waitMs: number;
  private wake: (() => void) | undefined;
  private readonly running: Promise<void>;

  constructor(
    readonly plan: ServicePlan,
    private readonly options: SupervisedOptions,
  ) {
    this.waitMs = this.wait.first;
    this.running = this.run();
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  private get wait(): typeof WAIT_MS {
    return this.options.wait ?? WAIT_MS;
  }

  /** Hands a signal on to the process that runs now, if any does. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Asks it to end; kills it when it does not within twelve seconds. */
  async end(): Promise<void> {
    this.ending = true;
    this.wake?.();
    this.child?.kill('SIGTERM');
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), END_WITHIN_MS);
    await this.running;
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    while (!this.ending) {
      const startedAt = performance.now();
      const outcome = await this.runOnce();
      if (this.ending) return;
      if (performance.now() - startedAt > SETTLED_MS) this.waitMs = this.wait.first;
      this.options.write(
        readableLine(this.plan.name, `已退出 ended (${outcome}), ${this.waitMs} ms 后重启 starting again`),
      );
      await this.pause();
    }
  }

  private async runOnce(): Promise<string> {
    const { app, name, env } = this.plan;
    const child = spawn(process.execPath, [join(this.options.apps ?? APPS, app, 'src', 'main.js')], {
      env: { ...passedOn(process.env), ...env },
      // The channel carries nothing: it tells the child when this process has gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const input of [child.stdout, child.stderr]) {
      if (input) createInterface({ input }).on('line', (line) => this.options.write(readableLine(name, line)));
    }
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal ?? String(code);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), this.waitMs);
      this.waitMs = Math.min(this.waitMs * 2, this.wait.longest);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
    });
  }
}

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

const HOOK = resolve(__dirname, '..', '..', '..', 'tools', 'test', 'typescript-hook.cjs');

/** A real process of its own running a TypeScript file, for tests that kill one. */
export const spawnTypeScript = (file: string, args: readonly string[] = [], options: SpawnOptions = {}): ChildProcess =>
  spawn(process.execPath, ['-r', HOOK, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'], ...options });

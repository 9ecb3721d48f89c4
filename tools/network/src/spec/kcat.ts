import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A consumer and producer of somebody else's making. */
export const hasKcat = (): boolean => spawnSync('kcat', ['-V'], { stdio: 'ignore' }).status === 0;

/** `describe`, but counted as skipped where there is no kcat; with CI=true that is a failure. */
export const describeWithKcat = (name: string, body: () => void): void => {
  if (hasKcat()) return describe(name, body);
  if (process.env['CI'] !== 'true') return describe.skip(name, body);
  return describe(name, () => {
    it('has kcat', () => {
      throw new Error('需要 kcat(Debian 软件包 kcat) · kcat is needed (Debian package kcat)');
    });
  });
};

/** Runs kcat with these arguments and this input; answers what it printed. */
export const kcat = async (args: readonly string[], input = ''): Promise<string> => {
  const child = spawn('kcat', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`kcat ended with ${code}`);
  return text;
};

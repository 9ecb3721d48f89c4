import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { StartError } from '@mediation/kernel';

const HOST = '127.0.0.1';

/** The port that could be bound just now, or undefined. 0 asks the system for any. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, HOST, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });

const remembered = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
};

/** The port asked for or fail; else the last one again, so that a database tool's settings stay right; else any. */
export const choosePort = async (file: string, wanted: number | undefined): Promise<number> => {
  const port = wanted === undefined ? ((await tryPort(remembered(file))) ?? (await tryPort(0))) : await tryPort(wanted);
  if (port === undefined) {
    throw new StartError(
      `数据库端口 ${wanted ?? ''} 已被占用,请停止占用它的程序或换一个端口`,
      `the database port ${wanted ?? ''} is taken; stop the program that uses it or choose another port`,
    );
  }
  writeFileSync(file, String(port));
  return port;
};

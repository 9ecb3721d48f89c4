import { spawn } from 'node:child_process';
import { StartError } from '@mediation/kernel';
import { resolveClasspath, type OnProgress } from './classpath';
import { BROKER_ENVIRONMENT, findJava, JAVA_NEEDED } from './machine';

/** What every one of Kafka's programs is run with. */
export interface Program {
  readonly java: string;
  readonly classpath: string;
}

/** @throws StartError */
export const locateProgram = async (onProgress?: OnProgress): Promise<Program> => {
  const java = findJava();
  if (java === undefined) {
    throw new StartError(
      `运行 Kafka 需要 Java ${JAVA_NEEDED} 或更新的版本,请先安装(如 apt-get install openjdk-17-jre-headless)`,
      `Kafka needs Java ${JAVA_NEEDED} or later; install it, e.g. apt-get install openjdk-17-jre-headless`,
    );
  }
  return { java, classpath: await resolveClasspath(onProgress) };
};

/** Runs one of Kafka's tools to its end and resolves to what it printed; it does not outlive this process's orderly end. */
export const runTool = (
  { java, classpath }: Program,
  jvm: readonly string[],
  tool: readonly string[],
): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(java, [...jvm, '-cp', classpath, ...tool], {
      env: BROKER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const abandon = () => child.kill('SIGKILL');
    process.once('exit', abandon);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', failed);
    child.once('close', (code) => {
      process.removeListener('exit', abandon);
      if (code === 0) done(output);
      else failed(new Error(output.trim().split('\n').at(-1) || `exit code ${code}`));
    });
  });

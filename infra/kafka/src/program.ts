import { StartError } from '@mediation/kernel';
import { resolveClasspath, type OnProgress } from './classpath';
import { findJava, JAVA_NEEDED } from './machine';

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

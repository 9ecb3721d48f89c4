import { cachedClasspath } from './classpath';
import { findJava, findMaven, JAVA_NEEDED } from './machine';

export type Possible =
  { readonly possible: true } | { readonly possible: false; readonly zh: string; readonly en: string };

/** Whether a broker can be started here, found out in a fraction of a second; Maven may still fail to reach its repository. */
export const kafkaIsPossible = (): Possible => {
  if (findJava() === undefined) {
    return {
      possible: false,
      zh: `本机没有 Java ${JAVA_NEEDED} 或更新的版本(如 apt-get install openjdk-17-jre-headless)`,
      en: `there is no Java ${JAVA_NEEDED} or later, e.g. apt-get install openjdk-17-jre-headless`,
    };
  }
  if (cachedClasspath() === undefined && findMaven() === undefined) {
    return {
      possible: false,
      zh: 'Kafka 尚未缓存,本机也没有 Maven(如 apt-get install maven)',
      en: 'Kafka is not cached yet and there is no Maven, e.g. apt-get install maven',
    };
  }
  return { possible: true };
};

import {
  applyTopics,
  KAFKA_VERSION,
  runningKafka,
  startKafka,
  stopKafka,
  waitForKafka,
  type TopicApplied,
} from '@infra/kafka';
import { withAdmin } from '@mediation/networking';
import { parseConfig, type Config } from './config';
import { status } from './status';

/** The caller asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {}

export const USAGE = `用法 usage:
  npm run kafka -- start    在后台启动本机 Kafka,并建立主题 start a local Kafka in the background and apply the topics
  npm run kafka -- status   是否运行、主题与消息数、消费者组与滞后 brokers, topics with messages, groups with lag
  npm run kafka -- topics   只按 infra/kafka/topics.yaml 建立或更新主题,可重复 only apply the topics; safe to repeat
  npm run kafka -- stop     停止 stop it
  DATA_DIR      数据目录,默认 .data(Kafka 在其中的 kafka/) its data folder; default .data
  KAFKA_PORT    端口,默认 9092 its port; default 9092
  KAFKA_BROKERS status 与 topics 改用别处的 Kafka(可加 KAFKA_SSL、KAFKA_SASL_MECHANISM、KAFKA_USERNAME、KAFKA_PASSWORD)
                other brokers for status and topics`;

export type Say = (line: string) => void;

const ANSWER_LIMIT_MS = 60_000;
const DID = { created: '新建 created  ', updated: '改动 updated  ', unchanged: '未变 unchanged' } as const;

const lineOf = ({ topic, did, changes }: TopicApplied): string => {
  const details = changes.map(({ name, from = '–', to }) => `${name} ${from} → ${to}`).join(', ');
  return `  ${DID[did]}  ${topic}${details === '' ? '' : `  ${details}`}`;
};

const topics = async (config: Config, say: Say): Promise<void> => {
  const applied = await withAdmin(config.reach(), (admin) => applyTopics(admin));
  for (const each of applied) say(lineOf(each));
};

const launch = async ({ dataDir, port }: Config, say: Say): Promise<void> => {
  // It is told to outlive this program, so giving up before it is there has to take it down.
  const giveUp = () => void stopKafka(dataDir).finally(() => process.exit(130));
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  say(`正在启动 Kafka ${KAFKA_VERSION}… · starting Kafka ${KAFKA_VERSION}…`);
  const onProgress = ({ zh, en }: { zh: string; en: string }) => say(`${zh} · ${en}`);
  await startKafka({ dataDir, port, onProgress, outlives: true });
  process.removeListener('SIGINT', giveUp).removeListener('SIGTERM', giveUp);
};

const start = async (config: Config, say: Say): Promise<void> => {
  const before = runningKafka(config.dataDir);
  if (before === undefined) await launch(config, say);
  const { brokers, pid } = runningKafka(config.dataDir) ?? { brokers: '', pid: 0 };
  await waitForKafka(brokers, ANSWER_LIMIT_MS);
  await topics(config, say);
  say(
    before === undefined
      ? `Kafka 在 ${brokers} 运行(进程 ${pid}) · Kafka runs at ${brokers} (process ${pid})`
      : `Kafka 已在 ${brokers} 运行(进程 ${pid}) · Kafka was running already at ${brokers} (process ${pid})`,
  );
  say('停止 · to stop it: npm run kafka -- stop');
};

const stop = async ({ dataDir }: Config, say: Say): Promise<void> => {
  const stopped = await stopKafka(dataDir);
  say(stopped ? 'Kafka 已停止 · Kafka has stopped' : 'Kafka 没有在运行 · Kafka was not running');
};

const show = async (config: Config, say: Say): Promise<void> => {
  for (const line of await status(config)) say(line);
};

const VERBS: Readonly<Record<string, (config: Config, say: Say) => Promise<void>>> = {
  start,
  stop,
  status: show,
  topics,
};

/** Does what one verb asks for and tells of it line by line. @throws UsageError, StartError */
export const kafkaCommand = async (args: readonly string[], env: NodeJS.ProcessEnv, say: Say): Promise<void> => {
  const [verb = '', ...rest] = args;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined || rest.length > 0) throw new UsageError(USAGE);
  await run(parseConfig(env), say);
};

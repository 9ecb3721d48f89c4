import { answers, KAFKA_VERSION, runningKafka } from '@infra/kafka';
import { withAdmin } from '@mediation/networking';
import type { Admin } from 'kafkajs';
import type { Config } from './config';
import { table } from './table';

interface TopicState {
  readonly topic: string;
  /** One past the last offset, by partition. */
  readonly ends: ReadonlyMap<number, number>;
  readonly messages: number;
}

const topicState = async (admin: Admin, topic: string): Promise<TopicState> => {
  const offsets = await admin.fetchTopicOffsets(topic);
  return {
    topic,
    ends: new Map(offsets.map(({ partition, high }) => [partition, Number(high)])),
    messages: offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0),
  };
};

const topicRows = (topics: readonly TopicState[]) =>
  topics.map(({ topic, ends, messages }) => [topic, ends.size, messages]);

/** What a group has not acknowledged; where it has acknowledged nothing yet, all there is. */
const groupRows = async (admin: Admin, topics: readonly TopicState[]) => {
  const ids = (await admin.listGroups()).groups.map(({ groupId }) => groupId).sort();
  if (ids.length === 0) return [];
  const { groups } = await admin.describeGroups(ids);
  const rows = await Promise.all(
    groups.map(async ({ groupId, state, members }) => {
      const offsets = await admin.fetchOffsets({ groupId, topics: topics.map(({ topic }) => topic) });
      return offsets
        .filter(({ partitions }) => partitions.some(({ offset }) => Number(offset) >= 0))
        .map(({ topic, partitions }) => {
          const ends = topics.find((each) => each.topic === topic)?.ends;
          const behind = partitions.map(
            ({ partition, offset }) => (ends?.get(partition) ?? 0) - Math.max(0, Number(offset)),
          );
          return [groupId, state, members.length, topic, behind.reduce((sum, each) => sum + each, 0)];
        });
    }),
  );
  return rows.flat();
};

const heading = (config: Config): string => {
  const own = runningKafka(config.dataDir);
  const brokers = config.reach().brokers.join(',');
  return own?.brokers === brokers
    ? `Kafka ${KAFKA_VERSION} 正在运行 running  ${brokers}  进程 process ${own.pid}  ${config.dataDir}`
    : `Kafka  ${brokers}`;
};

const describe = async (config: Config, admin: Admin): Promise<string[]> => {
  const { brokers } = await admin.describeCluster();
  const names = (await admin.listTopics()).filter((name) => !name.startsWith('__')).sort();
  const topics = await Promise.all(names.map((name) => topicState(admin, name)));
  const groups = await groupRows(admin, topics);
  return [
    heading(config),
    `节点 brokers  ${brokers.map(({ nodeId, host, port }) => `${nodeId} ${host}:${port}`).join(', ')}`,
    '',
    ...table(['主题 topic', '分区 partitions', '消息 messages'], topicRows(topics)),
    '',
    ...(groups.length === 0
      ? ['没有消费者组 no consumer groups']
      : table(['消费者组 group', '状态 state', '成员 members', '主题 topic', '滞后 lag'], groups)),
  ];
};

/** What a person wants to know of the brokers, in lines. @throws StartError when those that were named do not answer */
export const status = async (config: Config): Promise<string[]> => {
  const mayBeDown = !config.isElsewhere && runningKafka(config.dataDir) === undefined;
  if (mayBeDown && !(await answers(`127.0.0.1:${config.port}`))) {
    return ['Kafka 没有在运行 · Kafka is not running; npm run kafka -- start'];
  }
  return withAdmin(config.reach(), (admin) => describe(config, admin));
};

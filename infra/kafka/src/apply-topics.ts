import { StartError } from '@mediation/kernel';
import { ConfigResourceTypes, ConfigSource, type Admin } from 'kafkajs';
import { createTopics } from './create-topics';
import { readTopics, type TopicSpec } from './topics-file';

/** What was done about one topic. */
export interface TopicApplied {
  readonly topic: string;
  readonly did: 'created' | 'updated' | 'unchanged';
  /** Of `updated`: each setting with its value before and after. */
  readonly changes: readonly { readonly name: string; readonly from: string | undefined; readonly to: string }[];
}

type Settings = Readonly<Record<string, string>>;

const MOST_COPIES = 3;
const TOPIC = ConfigResourceTypes.TOPIC;

/** A topic may not ask for more copies in step than it has: nothing could be written to it. */
const settingsFor = ({ config }: TopicSpec, copies: number): Settings => ({
  'cleanup.policy': config['cleanup.policy'],
  'retention.ms': String(config['retention.ms']),
  'min.insync.replicas': String(Math.min(config['min.insync.replicas'], copies)),
  'max.message.bytes': String(config['max.message.bytes']),
  ...(config['compression.type'] && { 'compression.type': config['compression.type'] }),
});

const entries = (settings: Settings) => Object.entries(settings).map(([name, value]) => ({ name, value }));

interface Existing {
  readonly partitions: number;
  readonly copies: number;
}

const existingTopics = async (admin: Admin, specs: readonly TopicSpec[]): Promise<Map<string, Existing>> => {
  const names = new Set(await admin.listTopics());
  const topics = specs.map(({ name }) => name).filter((name) => names.has(name));
  if (topics.length === 0) return new Map();
  const metadata = await admin.fetchTopicMetadata({ topics });
  return new Map(
    metadata.topics.map(({ name, partitions }) => [
      name,
      { partitions: partitions.length, copies: Math.min(...partitions.map(({ replicas }) => replicas.length)) },
    ]),
  );
};

/** A key's messages lie in the partition that its hash and their number give: another number tears them apart. */
const requireSamePartitions = (specs: readonly TopicSpec[], existing: ReadonlyMap<string, Existing>): void => {
  const wrong = specs.flatMap(({ name, partitions }) => {
    const has = existing.get(name)?.partitions ?? partitions;
    return has === partitions ? [] : [{ name, has, wanted: partitions }];
  });
  if (wrong.length === 0) return;
  const list = wrong.map(({ name, has, wanted }) => `${name} ${has} → ${wanted}`).join(', ');
  throw new StartError(
    `已有主题的分区数不能改变(${list}):同一纠纷的消息会落到不同分区而乱序;请把文件改回,或启用新主题(如 .v2)。没有做任何改动`,
    `the partitions of an existing topic cannot change (${list}): messages of one dispute would lie in two partitions and ` +
      'lose their order; put the file back or start a new topic (e.g. .v2). Nothing was changed',
  );
};

/** Only what was set for the topic itself; the brokers' defaults are not the topic's. */
const ownSettings = async (admin: Admin, topics: readonly string[]): Promise<Map<string, Settings>> => {
  if (topics.length === 0) return new Map();
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: TOPIC, name })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Object.fromEntries(
        configEntries
          .filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
          .map(({ configName, configValue }) => [configName, configValue]),
      ),
    ]),
  );
};

const create = async (admin: Admin, missing: readonly TopicSpec[]): Promise<TopicApplied[]> => {
  if (missing.length === 0) return [];
  const { brokers } = await admin.describeCluster();
  await createTopics(
    admin,
    missing.map((spec) => {
      const copies = spec.replication ?? Math.min(MOST_COPIES, brokers.length);
      return {
        topic: spec.name,
        numPartitions: spec.partitions,
        replicationFactor: copies,
        configEntries: entries(settingsFor(spec, copies)),
      };
    }),
  );
  return missing.map(({ name }) => ({ topic: name, did: 'created', changes: [] }));
};

const update = async (admin: Admin, specs: readonly TopicSpec[], existing: ReadonlyMap<string, Existing>) => {
  const present = specs.filter(({ name }) => existing.has(name));
  const own = await ownSettings(
    admin,
    present.map(({ name }) => name),
  );
  const applied = present.map((spec): TopicApplied & { readonly after: Settings } => {
    const before = own.get(spec.name) ?? {};
    const wanted = settingsFor(spec, existing.get(spec.name)?.copies ?? 1);
    const changes = entries(wanted)
      .filter(({ name, value }) => before[name] !== value)
      .map(({ name, value }) => ({ name, from: before[name], to: value }));
    const did = changes.length === 0 ? 'unchanged' : 'updated';
    // The request replaces all of a topic's settings; what an operator has set besides ours stays.
    return { topic: spec.name, did, changes, after: { ...before, ...wanted } };
  });
  const resources = applied
    .filter(({ did }) => did === 'updated')
    .map(({ topic, after }) => ({ type: TOPIC, name: topic, configEntries: entries(after) }));
  if (resources.length > 0) await admin.alterConfigs({ validateOnly: false, resources });
  return applied.map(({ topic, did, changes }): TopicApplied => ({ topic, did, changes }));
};

/**
 * Makes the brokers' topics what the file says: creates those that are missing, changes settings that differ, deletes nothing.
 * Safe to repeat and to run twice at once. Answers in the file's order.
 * @throws StartError, having changed nothing, when the file is wrong or asks for other partitions than a topic has
 */
export const applyTopics = async (admin: Admin, file?: string): Promise<TopicApplied[]> => {
  const specs = readTopics(file);
  const existing = await existingTopics(admin, specs);
  requireSamePartitions(specs, existing);
  const created = await create(
    admin,
    specs.filter(({ name }) => !existing.has(name)),
  );
  const applied = [...created, ...(await update(admin, specs, existing))];
  return specs.flatMap(({ name }) => applied.filter(({ topic }) => topic === name));
};

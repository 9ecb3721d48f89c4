import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '@mediation/kernel';
import { identityOf, marks } from './broker-processes';
import { HOST } from './port';
import { runTool, type Program } from './program';

/** Everything of one broker is in one folder: its records, its settings, its port and its log. */
export interface DataFolder {
  readonly path: string;
  readonly records: string;
  readonly properties: string;
  readonly portFile: string;
  readonly log: string;
}

export const openDataFolder = (dataDir: string): DataFolder => {
  const path = resolve(dataDir);
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `数据目录 ${path} 不可写,请改正权限,或用环境变量 DATA_DIR 指定另一个目录`,
      `the data folder ${path} is not writable; correct its permissions or name another one in DATA_DIR`,
      { cause: error },
    );
  }
  const real = realpathSync(path);
  return {
    path: real,
    records: join(real, 'records'),
    properties: join(real, 'server.properties'),
    portFile: join(real, 'port'),
    log: join(real, 'server.log'),
  };
};

/** The port it last listened on; undefined before its first start. */
export const lastPort = ({ portFile }: DataFolder): number | undefined =>
  existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || undefined : undefined;

export interface Ports {
  readonly broker: number;
  readonly controller: number;
}

/** Everything that a cluster keeps thrice is kept once; and what makes one node quick to start, to join and to restart. */
export const SINGLE_NODE = {
  // A topic comes from topics.yaml or not at all: a misspelt name is an error and no new topic.
  'auto.create.topics.enable': 'false',
  'default.replication.factor': '1',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '4',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  'group.initial.rebalance.delay.ms': '0',
  // A killed broker is not let in again before its last session has run out; the default is nine seconds.
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
  'log.cleaner.dedupe.buffer.size': '16777216',
} as const satisfies Readonly<Record<string, string>>;

const propertiesFor = (records: string, { broker, controller }: Ports): Record<string, string> => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.voters': `1@${HOST}:${controller}`,
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'CLIENTS',
  'listener.security.protocol.map': 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
  listeners: `CLIENTS://${HOST}:${broker},CONTROLLER://${HOST}:${controller}`,
  'advertised.listeners': `CLIENTS://${HOST}:${broker}`,
  'log.dirs': records,
  ...SINGLE_NODE,
});

const write = (file: string, properties: Readonly<Record<string, string>>): void =>
  writeFileSync(
    file,
    Object.entries(properties)
      .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
      .join(''),
  );

export const writeProperties = (
  folder: DataFolder,
  ports: Ports,
  settings: Readonly<Record<string, string>> = {},
): void => write(folder.properties, { ...propertiesFor(folder.records, ports), ...settings });

/** A name for a new cluster. The tool would take one that begins with a dash for an option. */
const newClusterId = (): string => `M${randomBytes(16).toString('base64url').slice(1)}`;

/** Made aside and moved into place, so that an interrupted first start leaves no half of a format. */
export const formatRecords = async (folder: DataFolder, program: Program): Promise<void> => {
  for (const name of readdirSync(folder.path).filter((each) => each.startsWith('format-'))) {
    rmSync(join(folder.path, name), { recursive: true, force: true });
  }
  const scratch = join(folder.path, `format-${process.pid}`);
  const [records, properties] = [join(scratch, 'records'), join(scratch, 'server.properties')];
  mkdirSync(scratch);
  try {
    write(properties, propertiesFor(records, { broker: 9092, controller: 9093 }));
    const tool = ['kafka.tools.StorageTool', 'format', '--cluster-id', newClusterId(), '--config', properties];
    const jvm = ['-Xmx64m', '-XX:TieredStopAtLevel=1', ...marks(folder.path, identityOf(process.pid))];
    await runTool(program, jvm, tool);
    renameSync(records, folder.records);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartError(`无法建立 Kafka 数据目录:${detail}`, `could not format Kafka's data folder: ${detail}`, {
      cause: error,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

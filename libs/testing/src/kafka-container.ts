import { spawnSync } from 'node:child_process';
import { anyFreePort, KAFKA_VERSION, SINGLE_NODE, waitForKafka } from '@infra/kafka';
import type { TestKafka } from './test-kafka';

const PORT = 9092;
const START_LIMIT_MS = 180_000;

/** Asked with a limit: a client may be installed whose engine is not running, or is far away. */
export const dockerAnswers = (): boolean =>
  spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore', timeout: 3_000 }).status === 0;

const environment = (advertised: string, settings: Readonly<Record<string, string>>): Record<string, string> => {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': '1@localhost:9093',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENTS',
    'listener.security.protocol.map': 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
    listeners: `CLIENTS://:${PORT},CONTROLLER://:9093`,
    'advertised.listeners': `CLIENTS://${advertised}`,
    ...SINGLE_NODE,
    ...settings,
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]),
  );
};

/**
 * The same release in a container. Its port is chosen here and not by Docker, because a broker has to know the address it
 * gives its clients, and keep it over a restart.
 */
export const startKafkaContainer = async (settings: Readonly<Record<string, string>> = {}): Promise<TestKafka> => {
  // Loaded only where there is an engine to talk to.
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const client = await getContainerRuntimeClient();
  const port = await anyFreePort();
  const brokers = `${client.info.containerRuntime.host}:${port}`;
  const started = await new GenericContainer(`apache/kafka:${KAFKA_VERSION}`)
    .withEnvironment(environment(brokers, settings))
    .withExposedPorts({ container: PORT, host: port })
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(START_LIMIT_MS)
    .start();
  await waitForKafka(brokers, START_LIMIT_MS);
  const container = client.container.getById(started.getId());
  return {
    brokers,
    kill: async () => {
      await container.kill();
      await container.wait();
    },
    restart: async () => {
      await container.restart();
      await waitForKafka(brokers, START_LIMIT_MS);
    },
    stop: async () => {
      await started.stop();
    },
  };
};

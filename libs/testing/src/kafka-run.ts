/** Whose broker the run uses: one named in KAFKA_BROKERS, one in a container, or a Java process of this machine. */
export type KafkaKind = 'given' | 'docker' | 'local';

/** What the run's global set-up tells the test processes about Kafka, through their environment. */
export interface KafkaRun {
  readonly kind: KafkaKind;
  /** Names the topics of this run, so that runs can share a broker. */
  readonly id: string;
  /** Of `given` the brokers; else the address to ask for them, which starts the shared broker. */
  readonly source: string;
}

const [KIND, ID, SOURCE] = ['TEST_KAFKA_KIND', 'TEST_KAFKA_RUN_ID', 'TEST_KAFKA_SOURCE'];

const isKind = (text: string): text is KafkaKind => text === 'given' || text === 'docker' || text === 'local';

export const publishKafkaRun = ({ kind, id, source }: KafkaRun): void => {
  Object.assign(process.env, { [KIND]: kind, [ID]: id, [SOURCE]: source });
};

/** Undefined when this run can have no broker. */
export const currentKafkaRun = (): KafkaRun | undefined => {
  const [kind = '', id = '', source = ''] = [process.env[KIND], process.env[ID], process.env[SOURCE]];
  return isKind(kind) && id !== '' && source !== '' ? { kind, id, source } : undefined;
};

export const requireKafkaRun = (): KafkaRun => {
  const run = currentKafkaRun();
  if (run === undefined) throw new Error('this test needs a Kafka broker, and this run has none');
  return run;
};

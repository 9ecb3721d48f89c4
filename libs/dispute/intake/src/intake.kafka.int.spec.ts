import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTAKE_TOPIC, RECEIPTS_TOPIC } from '@mediation/dispute/contracts';
import { postgresJournal } from '@mediation/event-store/postgres';
import { kafkaMessaging } from '@mediation/messaging/kafka';
import { defaultDeadLetterTopic, type Messaging } from '@mediation/messaging/port';
import { createTopic, describeWithKafka, describeWithPostgres, testBrokers, uniqueTopic } from '@mediation/testing';
import { intakeCases } from './spec/intake-cases';
import { HOTLINE, openIntake, TOWNSHIP, type Ground } from './spec/intake.fixture';

/** On a broker that others use too: topics and groups under names of the test's own. */
const renamed = (messaging: Messaging, nameOf: (name: string) => string): Messaging => ({
  producer: () => {
    const producer = messaging.producer();
    return { send: (topic, messages) => producer.send(nameOf(topic), messages), close: () => producer.close() };
  },
  consume: (options) =>
    messaging.consume({ ...options, group: nameOf(options.group), topics: options.topics.map(nameOf) }),
  check: () => messaging.check(),
  close: () => messaging.close(),
});

const openGround = async (): Promise<Ground & { readonly brokers: string; nameOf(name: string): string }> => {
  const brokers = await testBrokers();
  const mark = uniqueTopic('intake');
  const nameOf = (name: string): string => `${mark}.${name}`;
  await createTopic(brokers, nameOf(INTAKE_TOPIC), 4);
  await createTopic(brokers, nameOf(defaultDeadLetterTopic(INTAKE_TOPIC)), 1);
  await createTopic(brokers, nameOf(RECEIPTS_TOPIC), 4);
  const client = () => kafkaMessaging({ brokers: brokers.split(','), clientId: 'intake', sessionTimeoutMs: 6_000 });
  return {
    brokers,
    nameOf,
    openClient: () => renamed(client(), nameOf),
    openJournal: (connectionString) => postgresJournal({ connectionString }),
    close: async () => undefined,
  };
};

const GUIDE = join(__dirname, '../../../../docs/guides/intake.md');
/** The command that the guide tells a partner to run, word for word but for where and to which topic. */
const commandOfGuide = ({ brokers, nameOf }: Awaited<ReturnType<typeof openGround>>): string => {
  const [, command = ''] = /```sh\n(echo [^`]+kcat -P[^`]+)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];
  return command
    .replace('-b localhost:9092', `-b ${brokers}`)
    .replace(`-t ${INTAKE_TOPIC}`, `-t ${nameOf(INTAKE_TOPIC)}`);
};

const hasKcat = spawnSync('kcat', ['-V']).error === undefined;

describeWithPostgres('the intake, its messages over Kafka', () => {
  describeWithKafka('on a real broker', () => {
    intakeCases(openGround);

    // A program that is not ours and not always there; counted as skipped where it is not.
    (hasKcat ? it : it.skip)('takes in what the guide’s command of kcat sends', async () => {
      const ground = await openGround();
      const intake = await openIntake(ground);
      try {
        execFileSync('sh', ['-c', commandOfGuide(ground)]);
        const [receipt] = await intake.receipts(1);
        const [dispute] = await intake.disputes();
        expect(receipt?.data).toEqual({
          source: HOTLINE,
          reference: '12345-20250303-000871',
          outcome: 'accepted',
          disputeId: dispute?.id,
          revision: 0,
        });
        expect(dispute?.events).toMatchObject([{ data: { source: 'hotline-12345', custodian: TOWNSHIP } }]);
        expect(JSON.stringify(dispute?.events)).toContain('来电人称邻居排水冲其院墙。（示例）');
      } finally {
        await intake.close();
      }
    });
  });
});

import { INTAKE_TOPIC, RECEIPTS_TOPIC } from '@mediation/dispute/contracts';
import { postgresJournal } from '@mediation/event-store/postgres';
import { inMemoryMessaging, MemoryBroker } from '@mediation/messaging/in-memory';
import { defaultDeadLetterTopic } from '@mediation/messaging/port';
import { describeWithPostgres } from '@mediation/testing';
import { intakeCases } from './spec/intake-cases';

describeWithPostgres('the intake, its messages in memory', () => {
  intakeCases(async () => {
    const broker = new MemoryBroker();
    broker.createTopic(INTAKE_TOPIC, 4);
    broker.createTopic(defaultDeadLetterTopic(INTAKE_TOPIC), 1);
    broker.createTopic(RECEIPTS_TOPIC, 4);
    return {
      openClient: () => inMemoryMessaging(broker),
      openJournal: (connectionString) => postgresJournal({ connectionString }),
      close: async () => undefined,
    };
  });
});

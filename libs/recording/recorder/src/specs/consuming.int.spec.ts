import { postgresJournal } from '@mediation/event-store/postgres';
import { inMemoryMessaging, MemoryBroker } from '@mediation/messaging/in-memory';
import { defaultDeadLetterTopic } from '@mediation/messaging/port';
import { LIFECYCLE_TOPIC, toLifecycleMessage } from '@mediation/recording/lifecycle';
import { createTestDatabase, describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { openRecorder } from '../index';
import { chainOf, contentsOf, newStream, SOURCE, withoutPosition } from './journal.fixture';

describeWithPostgres('the recorder on a topic', () => {
  it('records what two members of its group are given, and parks what cannot be read', async () => {
    const database = await createTestDatabase();
    const store = postgresJournal({ connectionString: database.appUrl });
    const recorders = [1, 2].map(() => openRecorder({ store, databaseUrl: database.appUrl }));
    const broker = new MemoryBroker();
    broker.createTopic(LIFECYCLE_TOPIC, 4);
    broker.createTopic(defaultDeadLetterTopic(LIFECYCLE_TOPIC), 1);
    const messaging = inMemoryMessaging(broker);
    const consumptions = recorders.map(({ handle }) =>
      messaging.consume({ group: 'recorder', topics: [LIFECYCLE_TOPIC], handle }),
    );
    const streams = Array.from({ length: 40 }, () => chainOf(newStream(), ['a', 'b', 'c', 'd', 'e']));
    const messages = [0, 1, 2, 3, 4].flatMap((revision) =>
      streams.map((events) => toLifecycleMessage(SOURCE, events[revision]!)),
    );
    messages.splice(77, 0, { key: 'x', headers: {}, body: 'not an event' });
    const producer = messaging.producer();
    for (let from = 0; from < messages.length; from += 30)
      await producer.send(LIFECYCLE_TOPIC, messages.slice(from, from + 30));
    await eventually('everything is acknowledged', async () => {
      const lag = await consumptions[0]!.lag();
      return lag === 0 ? true : notYet(lag);
    });
    for (const events of streams) expect(await contentsOf(store, events[0]!.stream)).toEqual(withoutPosition(events));
    const [dead] = broker.partitionsOf(defaultDeadLetterTopic(LIFECYCLE_TOPIC));
    expect(broker.read(dead!, 0).map(({ value }) => Buffer.from(value!).toString())).toEqual(['not an event']);
    expect(recorders.reduce((sum, { counts }) => sum + counts.recorded, 0)).toBe(200);
    await messaging.close();
    await Promise.all(recorders.map((recorder) => recorder.close()));
    await store.close();
    await database.drop();
  });
});

import { postgresJournal } from '@mediation/event-store/postgres';
import { kafkaMessaging } from '@mediation/messaging/kafka';
import type { Producer } from '@mediation/messaging/port';
import { openRelay } from '@mediation/recording/relay';
import { endWithParent } from './server-process';

const [databaseUrl = '', brokers = '', events] = process.argv.slice(2);
const journal = postgresJournal({ connectionString: databaseUrl });
const messaging = kafkaMessaging({ brokers: [brokers], clientId: 'bench' });
const toKafka = messaging.producer();
let leadsSince = Number.NaN;
let acknowledged = 0;

/** Counts what is acknowledged, and says after the last event how many milliseconds it took since the relay began to lead. */
const producer: Producer = {
  send: async (topic, messages) => {
    await toKafka.send(topic, messages);
    acknowledged += messages.length;
    if (acknowledged >= Number(events)) process.send?.(performance.now() - leadsSince);
  },
  close: () => toKafka.close(),
};

const relay = openRelay({
  journal,
  databaseUrl,
  producer,
  source: '/journals/370402',
  holder: 'bench',
  onEvent: (event) => {
    if (event.type === 'leading') leadsSince = performance.now();
    if (event.type === 'failing') console.error(event);
  },
});

const end = async (): Promise<void> => {
  await relay.close();
  await Promise.all([journal.close(), messaging.close()]);
  process.exit(0);
};
process.once('SIGTERM', () => void end());
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; who started this says when.
endWithParent();

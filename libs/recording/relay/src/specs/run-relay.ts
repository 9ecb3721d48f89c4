import { postgresJournal } from '@mediation/event-store/postgres';
import { kafkaMessaging } from '@mediation/messaging/kafka';
import type { Message, Producer } from '@mediation/messaging/port';
import { openRelay, type RelayEvent } from '../index';

/** A relay in a process of its own, whose topic is in Kafka or, when no brokers are named, the process that started it. */
export type FromRelay =
  | { readonly kind: 'send'; readonly id: number; readonly messages: readonly Message[] }
  | { readonly kind: 'event'; readonly event: RelayEvent };
export type ToRelay = { readonly kind: 'taken'; readonly id: number } | { readonly kind: 'close' };

const tell = (message: FromRelay): void => void process.send?.(message);

const waiting = new Map<number, () => void>();
let sends = 0;
const toParent: Producer = {
  send: (_topic, messages) =>
    new Promise((resolve) => {
      sends += 1;
      waiting.set(sends, resolve);
      tell({ kind: 'send', id: sends, messages });
    }),
  close: async () => undefined,
};

const [databaseUrl = '', holder = '', ttlMs = '', brokers = ''] = process.argv.slice(2);
const producer = brokers === '' ? toParent : kafkaMessaging({ brokers: [brokers], clientId: holder }).producer();
const journal = postgresJournal({ connectionString: databaseUrl });
const relay = openRelay({
  journal,
  databaseUrl,
  producer,
  source: '/journals/370402',
  holder,
  ttlMs: Number(ttlMs),
  onEvent: (event) => tell({ kind: 'event', event }),
});

process.on('message', (message: ToRelay) => {
  if (message.kind === 'taken') {
    waiting.get(message.id)?.();
    waiting.delete(message.id);
    return;
  }
  void relay
    .close()
    .then(() => Promise.all([journal.close(), producer.close()]))
    .then(() => process.disconnect());
});

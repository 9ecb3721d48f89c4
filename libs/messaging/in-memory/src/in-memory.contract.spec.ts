import { randomUUID } from 'node:crypto';
import { messagingContract, type RawRecord } from '@mediation/messaging/contract-tests';
import { inMemoryMessaging } from './in-memory-messaging';
import { MemoryBroker } from './memory-broker';

const make = async () => {
  const broker = new MemoryBroker();
  return {
    open: () => inMemoryMessaging(broker),
    createTopic: async (partitions: number) => {
      const name = `topic-${randomUUID()}`;
      broker.createTopic(name, partitions);
      broker.createTopic(`${name}.dead-letter`, 1);
      return name;
    },
    store: async (topic: string, records: readonly RawRecord[]) => broker.append(topic, records),
    read: async (topic: string) => broker.partitionsOf(topic).flatMap((place) => broker.read(place, 0)),
    end: async () => undefined,
  };
};

messagingContract('in memory', { make }, { disconnect: false, sessionTimeoutMs: undefined });

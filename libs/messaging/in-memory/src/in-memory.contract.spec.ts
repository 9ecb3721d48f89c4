import { randomUUID } from 'node:crypto';
import { messagingContract, type RawRecord } from '@mediation/messaging/contract-tests';
import { inMemoryMessaging } from './in-memory-messaging';
import { MemoryBroker } from './memory-broker';

const make = async () => {
  const broker = new MemoryBroker();
  const newTopic = () => `topic-${randomUUID()}`;
  return {
    open: () => inMemoryMessaging(broker),
    newTopic,
    createTopic: async (partitions: number, name = newTopic()) => {
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

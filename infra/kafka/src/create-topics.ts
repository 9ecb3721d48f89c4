import { StartError } from '@mediation/kernel';
import type { Admin, ITopicConfig } from 'kafkajs';
import { waitUntil } from './wait';

const LED_WITHIN_MS = 30_000;

/**
 * Creates the topics and resolves when every partition of them can be written and read; false when all were there before.
 * kafkajs's own wait ends with an error at the first broker that has not heard of the topic yet; and a broker names the leader
 * of a partition a moment before it takes the lead.
 */
export const createTopics = async (admin: Admin, topics: ITopicConfig[]): Promise<boolean> => {
  const isNew = await admin.createTopics({ topics, waitForLeaders: false });
  const isLed = (topic: string) =>
    admin.fetchTopicOffsets(topic).then(
      () => true,
      () => false,
    );
  for (const { topic } of topics) {
    if (await waitUntil(() => isLed(topic), LED_WITHIN_MS, 50)) continue;
    throw new StartError(`主题 ${topic} 建立后一直没有主副本`, `topic ${topic} was created and has no leader`);
  }
  return isNew;
};

/** Headers that a parked message gains; the others, its key and its body stay as they were. */
export const DEAD_LETTER_HEADERS = {
  reason: 'dead-letter-reason',
  topic: 'dead-letter-topic',
  partition: 'dead-letter-partition',
  offset: 'dead-letter-offset',
} as const;

export const defaultDeadLetterTopic = (topic: string): string => `${topic}.dead-letter`;

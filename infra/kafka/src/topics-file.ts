import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartError } from '@mediation/kernel';
import { parse } from 'yaml';
import { z } from 'zod';

/** The network's own. */
export const TOPICS_FILE = resolve(__dirname, '..', 'topics.yaml');

/** Closed, so that a misspelt setting is an error and not a default. */
const configSchema = z.strictObject({
  'cleanup.policy': z.enum(['delete', 'compact', 'compact,delete']),
  'retention.ms': z.int().min(-1),
  'min.insync.replicas': z.int().min(1),
  'max.message.bytes': z.int().min(1_024),
  'compression.type': z.enum(['producer', 'gzip']).optional(),
});

const topicSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9._-]{1,249}$/, 'letters, digits, dots, dashes and underscores'),
  partitions: z.int().min(1).max(1_000),
  replication: z.int().min(1).max(9).optional(),
  config: configSchema,
});

const fileSchema = z.strictObject({
  topics: z
    .array(topicSchema)
    .min(1)
    .refine((topics) => new Set(topics.map(({ name }) => name)).size === topics.length, 'a name stands twice'),
});

export type TopicSpec = z.infer<typeof topicSchema>;

/** @throws StartError naming every place that is wrong */
export const readTopics = (file: string = TOPICS_FILE): TopicSpec[] => {
  const read = fileSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data.topics;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new StartError(`主题文件 ${file} 有误:${wrong}`, `the topics file ${file} is wrong: ${wrong}`);
};

import {
  KafkaJSError,
  KafkaJSGroupCoordinatorNotFound,
  KafkaJSLockTimeout,
  KafkaJSProtocolError,
  KafkaJSTimeout,
} from 'kafkajs';
import { Late } from './within';

/** Retries wrap what they gave up on, sometimes twice. */
const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;

/** What went wrong, without what it went wrong with: the protocol's name for it, or the error's. */
export const describeFault = (error: unknown): string => {
  const root = rootOf(error);
  if (root instanceof KafkaJSProtocolError) return root.type;
  return root instanceof Error ? root.name : typeof root;
};

const REJECTIONS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
]);

export const isRejection = (error: unknown): boolean => REJECTIONS.has(describeFault(error));

/** Also the answer of a broker that has just started, or has just been told of the topic. */
export const isUnknownTopic = (error: unknown): boolean => describeFault(error) === 'UNKNOWN_TOPIC_OR_PARTITION';

/** Called final by kafkajs, and cured by joining the group anew. */
const CURABLE = new Set([
  'UNKNOWN_MEMBER_ID',
  'ILLEGAL_GENERATION',
  'REBALANCE_IN_PROGRESS',
  'OFFSET_OUT_OF_RANGE',
  'BROKER_NOT_AVAILABLE',
  'STALE_BROKER_EPOCH',
  'MEMBER_ID_REQUIRED',
  'FENCED_INSTANCE_ID',
]);

const isPassing = (root: unknown): boolean =>
  root instanceof Late ||
  root instanceof KafkaJSGroupCoordinatorNotFound ||
  root instanceof KafkaJSTimeout ||
  root instanceof KafkaJSLockTimeout ||
  (root instanceof KafkaJSError && root.retriable) ||
  (root instanceof KafkaJSProtocolError && CURABLE.has(root.type));

/** Whether a new member would meet the same fault again: a refusal, a broken set-up, a defect of the client. */
export const looksPermanent = (error: unknown): boolean => !isPassing(rootOf(error));

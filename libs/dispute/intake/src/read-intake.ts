import { intakeAttributes, type IntakeType } from '@mediation/dispute/contracts';
import type { JsonObject } from '@mediation/kernel';
import type { ReceivedMessage } from '@mediation/messaging/port';
import { CloudEvent, Kafka } from 'cloudevents';

/** What an outside system filed, not yet checked. */
export interface IntakeMessage {
  readonly id: string;
  readonly source: string;
  readonly type: IntakeType;
  readonly data: JsonObject;
  /** The record's key, if any: messages of one key are handled in order. */
  readonly key: string | undefined;
}

type Headers = Readonly<Record<string, string>>;

const STRUCTURED = 'application/cloudevents';
const BATCH = 'application/cloudevents-batch';

/** Neither a list nor the bytes that `data_base64` becomes. */
const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** HTTP taught many to write `Content-Type`; the Kafka binding knows it in lower case only. */
const inLowerCase = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** The library makes up what is missing, an id as well: what has to be there is looked for first. */
const absentOf = (named: (attribute: string) => unknown): string | undefined =>
  ['specversion', 'id', 'source', 'type'].find((attribute) => typeof named(attribute) !== 'string');

const missing = (attribute: string): string => `the CloudEvents attribute ${attribute} is missing`;

const binary = (headers: Headers, value: string): CloudEvent<unknown> | string => {
  const absent = absentOf((attribute) => headers[`ce_${attribute}`]);
  if (absent !== undefined) return missing(absent);
  const message = { headers: { ...headers }, value, body: value };
  const event = attempt(() => Kafka.toEvent<unknown>(message));
  return event instanceof CloudEvent ? event : 'the attributes or the JSON of the data are malformed';
};

/** Not by the library's Kafka.toEvent: that refuses an event without a time, which the specification lets be absent. */
const structured = (value: string): CloudEvent<unknown> | string => {
  const parsed = attempt((): unknown => JSON.parse(value));
  if (!isJsonObject(parsed)) return 'the structured event is not a JSON object';
  const absent = absentOf((attribute) => parsed[attribute]);
  return absent === undefined
    ? (attempt(() => new CloudEvent<unknown>(parsed, false)) ?? 'the structured event is malformed')
    : missing(absent);
};

const eventOf = (headers: Headers, value: string): CloudEvent<unknown> | string => {
  const contentType = headers['content-type'] ?? '';
  if (contentType.startsWith(BATCH)) return 'a batch of events is not taken: send each by itself';
  return contentType.startsWith(STRUCTURED) ? structured(value) : binary(headers, value);
};

/** The message, or why it is none that could be answered; the reason quotes nothing of it. */
export const readIntake = ({ headers, body, key }: ReceivedMessage): IntakeMessage | string => {
  const text = attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(body));
  if (text === undefined) return 'the body is not UTF-8';
  const event = eventOf(inLowerCase(headers), text);
  if (typeof event === 'string') return event;
  if (attempt(() => event.validate()) !== true) return 'the attributes are not those of CloudEvents 1.0';
  const attributes = intakeAttributes.safeParse(event);
  if (!attributes.success)
    return `the CloudEvents attribute ${String(attributes.error.issues[0]?.path[0])} is not right`;
  const { id, source, type } = attributes.data;
  if (!isJsonObject(event.data)) return 'the data is not a JSON object; is its content type application/json?';
  return { id, source, type, data: event.data, key };
};

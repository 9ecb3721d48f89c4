import type { JsonObject } from '@mediation/kernel';
import type { Contract, Example } from './contract';
import { marksPersonalData } from './json-schema';

/** One topic with the messages it carries. */
export interface Channel {
  readonly topic: string;
  /** What we do there. */
  readonly action: 'send' | 'receive';
  /** The topic that an answer goes to. */
  readonly replyTo?: string;
  readonly title: string;
  readonly description: string;
  /** AsyncAPI message objects by name. */
  readonly messages: Readonly<Record<string, JsonObject>>;
}

/** How the data of a contract lies in a Kafka record. */
export interface Wire {
  readonly contentType: string;
  /** What the record's key is. */
  readonly key: string;
  readonly headers: JsonObject;
  readonly payload: JsonObject;
  readonly example: (example: Example) => { readonly headers: JsonObject; readonly payload: JsonObject };
}

export const messageOf = ({ name, title, what, examples }: Contract, wire: Wire): JsonObject => ({
  name,
  title,
  summary: what,
  contentType: wire.contentType,
  headers: wire.headers,
  payload: wire.payload,
  'x-personal-data': marksPersonalData(wire.payload),
  bindings: { kafka: { key: { type: 'string', description: wire.key }, bindingVersion: '0.5.0' } },
  examples: examples.map((example) => ({ name: example.name, ...wire.example(example) })),
});

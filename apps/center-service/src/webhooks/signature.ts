import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A new secret, as Standard Webhooks writes one. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export interface Message {
  /** The event's own id: the same however often it is told. */
  readonly id: string;
  readonly body: string;
}

/** One signature for each secret that is good now: a receiver who knows either can check it. */
export const signedHeaders = ({ id, body }: Message, secrets: readonly string[], at: Date): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});

import { OneWebhookAnAddress1796750100000 } from './one-webhook-an-address-1796750100000';
import { Webhooks1796750000000 } from './webhooks-1796750000000';

/** In the order they are applied. */
export const webhookMigrations = [Webhooks1796750000000, OneWebhookAnAddress1796750100000] as const;

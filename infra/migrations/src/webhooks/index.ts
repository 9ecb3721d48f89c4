import { Webhooks1796750000000 } from './webhooks-1796750000000';

/** In the order they are applied. */
export const webhookMigrations = [Webhooks1796750000000] as const;

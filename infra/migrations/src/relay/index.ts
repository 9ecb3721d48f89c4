import { Relay1795467600000 } from './relay-1795467600000';

/** In the order they are applied. */
export const relayMigrations = [Relay1795467600000] as const;

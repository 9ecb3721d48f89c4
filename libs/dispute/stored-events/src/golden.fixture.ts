import type { JsonObject } from '@mediation/kernel';
import { readGoldens } from './goldens';

export const goldens = readGoldens();

/** An event as a store gives it back. */
export const storedEvent = (type: string, data: JsonObject) => ({
  id: 'b3a1c1de-0000-4000-8000-000000000001',
  type,
  stream: 'dispute-1',
  revision: 7,
  position: '1.42.7',
  data,
  metadata: {
    occurredAt: '2025-03-03T09:15:00+08:00',
    recordedAt: '2025-03-03T01:16:00Z',
    actor: { sub: 'clerk', org: '370402102001-committee', roles: ['mediator'] },
    commandId: 'b3a1c1de-0000-4000-8000-000000000002',
    command: 'RegisterDispute',
    rules: 'cn@2025-01-01',
  },
});

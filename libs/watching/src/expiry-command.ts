import type { CommandMeta } from '@mediation/command-runner';
import { disputeStream, type DisputeCommand } from '@mediation/dispute/domain';
import { bodyCode, divisionOf } from '@mediation/kernel';
import { createHash } from 'node:crypto';
import { v5 as uuidFrom } from 'uuid';
import type { DueLimit } from './due-limits';

const NAMESPACE = '0f6f3b3e-5a4b-5e58-9a0e-6d6f0c5d2b71';

/** The same limit gives the same command: however often it is told, and by however many watchers, it is recorded once. */
export const expiryCommand = ({ dispute, clock, lapsedAt, custodian }: DueLimit) => {
  const key = createHash('sha256').update(`time-limit/${dispute}/${clock}/${lapsedAt}`).digest('hex');
  const command = { type: 'ExpireTimeLimit', data: { clock } } as const satisfies DisputeCommand;
  const meta: CommandMeta = {
    stream: disputeStream(dispute),
    actor: { sub: 'time-limit-watcher', org: bodyCode(divisionOf(custodian).slice(0, 6), 'center'), roles: ['system'] },
    commandId: uuidFrom(key, NAMESPACE),
    occurredAt: lapsedAt,
    idempotency: { key, fingerprint: key },
  };
  return { command, meta };
};

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { byCustodian, useCase } from '../use-case';
import { CHANNELS } from '../vocabulary';

/** 分流: the responsible body says which channel it belongs to; a handoff takes it there. */
export const triageDispute = useCase({
  name: 'TriageDispute',
  data: z.strictObject({ channel: z.enum(CHANNELS) }),
  decide: byCustodian(({ channel }, dispute) =>
    dispute.phase === 'in-mediation'
      ? refuse('proceeding-running')
      : accept({ type: 'DisputeTriaged', data: { channel } }),
  ),
});

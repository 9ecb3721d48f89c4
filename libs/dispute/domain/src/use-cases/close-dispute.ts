import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import type { OpenDispute } from '../dispute.state';
import type { DisputeRefusal } from '../dispute.refusals';
import { barTo } from '../situation';
import { byCustodian, today, useCase } from '../use-case';
import type { Outcome } from '../vocabulary';

const agreedOutcome = ({ file }: OpenDispute, inPart: boolean): Outcome | undefined => {
  const bound = file.agreements.filter(
    (each) => !each.past && each.status !== 'superseded' && each.status !== 'signing',
  );
  if (bound.some((each) => each.status === 'breached')) return 'breached';
  if (!bound.every((each) => each.status === 'performed')) return undefined;
  return inPart ? 'settled-in-part' : 'settled';
};

const outcomeOf = (dispute: OpenDispute): { outcome: Outcome } | { refusal: DisputeRefusal } => {
  switch (dispute.phase) {
    case 'registered':
      return { refusal: 'not-at-this-stage' };
    case 'in-mediation':
      return { refusal: 'proceeding-running' };
    case 'agreed': {
      const outcome = agreedOutcome(dispute, dispute.inPart);
      return outcome ? { outcome } : { refusal: 'not-performed' };
    }
    case 'ended':
      return dispute.routesTold ? { outcome: dispute.outcome } : { refusal: 'routes-not-told' };
  }
};

/** 结案: performed, or breached and so told, or ended with the routes told. Nothing may hang in a handoff or an emergency. */
export const closeDispute = useCase({
  name: 'CloseDispute',
  data: z.strictObject({}),
  decide: byCustodian((_, dispute, context) => {
    if (dispute.file.handoff !== undefined) return refuse('handoff-pending');
    if (dispute.file.emergency?.concluded === false) return refuse('emergency-running');
    const result = outcomeOf(dispute);
    if ('refusal' in result) return refuse(result.refusal);
    const ground = barTo('close', dispute, context);
    if (ground) return refuse('barred-by-rule', ground);
    return accept({ type: 'DisputeClosed', data: { outcome: result.outcome, closedOn: today(context) } });
  }),
});

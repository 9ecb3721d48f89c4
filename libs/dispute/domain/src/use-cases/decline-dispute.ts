import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { returnUnmediated } from '../court-return';
import { routes } from '../fields';
import { tellingRoutes } from '../telling-routes';
import { byCustodian, useCase } from '../use-case';
import { NON_ACCEPTANCE_REASONS } from '../vocabulary';

/** 不予受理: what may not be mediated, with the routes told. */
export const declineDispute = useCase({
  name: 'DeclineDispute',
  data: z.strictObject({ reason: z.enum(NON_ACCEPTANCE_REASONS), routes }),
  decide: byCustodian(
    tellingRoutes((data, dispute, context) => {
      if (dispute.phase === 'in-mediation') return refuse('proceeding-running');
      return dispute.phase === 'registered'
        ? accept({ type: 'DisputeNotAccepted', data }, ...returnUnmediated(dispute, context))
        : refuse('not-at-this-stage');
    }),
  ),
});

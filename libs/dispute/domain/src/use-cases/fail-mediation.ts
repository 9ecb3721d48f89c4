import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { returnToCourt } from '../court-return';
import { routes } from '../fields';
import { tellingRoutes } from '../telling-routes';
import { byCustodian, inMediation, useCase } from '../use-case';
import { FAILURE_REASONS, TERMINATION_REASONS } from '../vocabulary';

/** 调解不成: the parties are told the other routes (人民调解法 art. 26); a court that referred it gets it back. */
export const failMediation = useCase({
  name: 'FailMediation',
  data: z.strictObject({ reason: z.enum(FAILURE_REASONS).default('no-agreement'), routes }),
  decide: inMediation(
    tellingRoutes((data, dispute, context) =>
      accept(
        { type: 'MediationFailed', data: { proceeding: dispute.proceeding.n, ...data } },
        ...returnToCourt(dispute, data.reason === 'time-limit' ? 'expired' : 'failed', context),
      ),
    ),
  ),
});

/** 终止: it ended for a reason that is no failure to agree. */
export const terminateMediation = useCase({
  name: 'TerminateMediation',
  data: z.strictObject({ reason: z.enum(TERMINATION_REASONS), routes }),
  decide: inMediation(
    tellingRoutes((data, dispute, context) =>
      accept(
        { type: 'MediationTerminated', data: { proceeding: dispute.proceeding.n, ...data } },
        ...returnToCourt(dispute, 'terminated', context),
      ),
    ),
  ),
});

/** 告知救济途径: when that was not done as the mediation ended. */
export const tellRoutes = useCase({
  name: 'TellRoutes',
  data: z.strictObject({ routes }),
  decide: byCustodian(
    tellingRoutes((data, dispute) =>
      dispute.phase === 'ended' ? accept({ type: 'RoutesTold', data }) : refuse('not-at-this-stage'),
    ),
  ),
});

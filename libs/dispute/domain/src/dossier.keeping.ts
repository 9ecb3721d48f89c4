import { refuse } from '@mediation/kernel';
import type { Dispute, KnownDispute } from './dispute.state';
import { hasMediated } from './dossier';
import { known, type Context, type DisputeDecision } from './use-case';

/**
 * The actor's body has mediated the dispute as a committee, and its file is not archived. It need not be responsible any more, nor the
 * dispute open: what it did stays its own to put on file.
 */
export const keepingTheFile = <Data>(
  decide: (data: Data, dispute: KnownDispute, context: Context) => DisputeDecision,
): ((data: Data, dispute: Dispute, context: Context) => DisputeDecision) =>
  known((data, dispute, context) => {
    if (!hasMediated(dispute, context.actor.org)) return refuse('not-the-mediating-committee');
    if (dispute.file.dossier?.archivedOn !== undefined) return refuse('dossier-archived');
    return decide(data, dispute, context);
  });

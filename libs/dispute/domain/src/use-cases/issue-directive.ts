import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { areaCovers, isGovernmentBody, moveCustody, refusalBars, supersedeOffer } from '../custody';
import { bodyCode, note, plainDate } from '../fields';
import { open, useCase } from '../use-case';
import { overseesBody } from '../visibility';
import { HANDOFF_REASONS } from '../vocabulary';
import { handoffOffered } from './offer-handoff';

/**
 * 交办: a government body makes a body of its area responsible, at once. It never overrides a party's refusal and never breaks into a
 * running proceeding; an offer still open is superseded (domain.md §6).
 */
export const issueDirective = useCase({
  name: 'IssueDirective',
  data: z.strictObject({ to: bodyCode, reason: z.enum(HANDOFF_REASONS), note, replyBy: plainDate.optional() }),
  bodies: ({ to }) => [to],
  decide: open((data, dispute, context) => {
    const { actor } = context;
    const { file } = dispute;
    if (!isGovernmentBody(actor.org)) return refuse('directive-only-from-government');
    if (data.to === actor.org || data.to === file.custodian) return refuse('handoff-to-itself');
    if (!overseesBody(actor.org, file.custodian) || !areaCovers(actor.org, data.to))
      return refuse('directive-outside-area');
    if (dispute.phase === 'in-mediation') return refuse('proceeding-running');
    if (refusalBars(file, data.to)) return refuse('party-refused');
    return accept(
      ...supersedeOffer(dispute, context),
      handoffOffered({ kind: 'directive', ...data }, dispute, context),
      ...moveCustody(dispute, data.to, 'directive', context),
    );
  }),
});

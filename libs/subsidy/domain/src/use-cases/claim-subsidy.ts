import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { caseFactsSchema } from '../case-facts';
import { caseTags } from '../situation';
import type { SubsidyPhase } from '../subsidy.state';
import { today, useCase } from '../use-case';

/** What was read before, besides the subsidy itself: the dispute, and what became of its other registrations. */
export const readBefore = z.strictObject({
  facts: caseFactsSchema,
  /** Other registrations of the same dispute. */
  sameAs: z.array(z.string()),
  /** Those of them that are claimed or paid, and do not yield. */
  claimedElsewhere: z.array(z.string()),
  /** How often this one had yielded when that was read. */
  yields: z.int().min(0),
});
export type ReadBefore = z.output<typeof readBefore>;

const IN_HAND: readonly SubsidyPhase[] = ['claimed', 'reviewed', 'approved'];
/** A recovered one was paid wrongly; whether it is to be paid after all, its bureau decides elsewhere. */
const OVER: readonly SubsidyPhase[] = ['paid', 'recovered'];

/** 申请补贴, or 补正后再申请: by the committee that keeps the file, which is told the amount and the rule that gives it. */
export const claimSubsidy = useCase({
  name: 'ClaimSubsidy',
  filled: ['read'],
  data: z.strictObject({ read: readBefore.optional() }),
  decide({ read }, subsidy, context) {
    if (read === undefined) return refuse('case-not-read');
    if (IN_HAND.includes(subsidy.phase)) return refuse('subsidy-claimed-already');
    if (subsidy.yields !== read.yields) return refuse('claimed-elsewhere-meanwhile');
    const { facts, sameAs } = read;
    const isSubsidised = read.claimedElsewhere.length > 0 || OVER.includes(subsidy.phase);
    const tags = caseTags(facts, context.actor.org, isSubsidised);
    const ground = context.rules.gate('claim-subsidy', tags);
    if (ground) return refuse('barred-by-rule', ground);
    const subsidyOf = context.rules.subsidyFor(tags);
    if (subsidyOf === undefined || facts.result === 'none') return refuse('no-subsidy-rate');
    return accept({
      type: 'SubsidyClaimed',
      data: {
        body: context.actor.org,
        dossier: facts.dossier ?? '',
        mediators: facts.mediators,
        claimedBy: context.actor.sub,
        difficulty: facts.difficulty,
        result: facts.result,
        rate: subsidyOf.rate.id,
        amountFen: subsidyOf.amountFen,
        disputeRevision: facts.revision,
        sameAs,
        claimedOn: today(context),
      },
    });
  },
});

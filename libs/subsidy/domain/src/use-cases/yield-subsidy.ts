import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import type { SubsidyPhase } from '../subsidy.state';
import { today, useCase } from '../use-case';

const FOR_A_CLAIM: readonly SubsidyPhase[] = ['unclaimed', 'returned', 'refused', 'yielded', 'recovered'];

/**
 * 并案让补: before a registration of a dispute is claimed or paid, every other registration of the same dispute is made to yield, each in
 * its own stream. One that is claimed keeps its place against another claim, and yields to a payment; what is paid never yields. So of two
 * that race at most one is paid, though no transaction holds both.
 */
export const yieldSubsidy = useCase({
  name: 'YieldSubsidy',
  data: z.strictObject({ to: z.uuid(), before: z.enum(['claim', 'payment']) }),
  decide({ to, before }, subsidy, context) {
    if (subsidy.phase === 'paid') return refuse('does-not-yield');
    if (before === 'claim' && !FOR_A_CLAIM.includes(subsidy.phase)) return refuse('does-not-yield');
    if (subsidy.phase === 'yielded' && subsidy.to === to) return accept();
    return accept({ type: 'SubsidyYielded', data: { to, yieldedOn: today(context) } });
  },
});

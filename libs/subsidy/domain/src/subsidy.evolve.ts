import { unreachable } from '@mediation/kernel';
import type { SubsidyEvent } from './subsidy.events';
import type { Claim, Subsidy } from './subsidy.state';

const claimOf = (subsidy: Subsidy): Claim => {
  if ('claim' in subsidy) return subsidy.claim;
  throw new Error(`a subsidy that is ${subsidy.phase} has no claim`);
};

export const evolve = (subsidy: Subsidy, event: SubsidyEvent): Subsidy => {
  const { yields } = subsidy;
  switch (event.type) {
    case 'SubsidyClaimed':
      return { phase: 'claimed', claim: event.data, yields };
    case 'SubsidyReviewed':
      return { phase: 'reviewed', claim: claimOf(subsidy), reviewer: event.data.reviewer, yields };
    case 'SubsidyReturned':
      return { phase: 'returned', claim: claimOf(subsidy), yields };
    case 'SubsidyApproved':
      return { phase: 'approved', claim: claimOf(subsidy), yields };
    case 'SubsidyRefused':
      return { phase: 'refused', claim: claimOf(subsidy), yields };
    case 'SubsidyPaid': {
      const { amountFen, batch, paidOn } = event.data;
      return { phase: 'paid', claim: claimOf(subsidy), payment: { amountFen, batch, paidOn }, yields };
    }
    case 'SubsidyYielded':
      return { phase: 'yielded', to: event.data.to, yields: yields + 1 };
    case 'SubsidyRecovered':
      return subsidy.phase === 'paid' ? { ...subsidy, phase: 'recovered' } : subsidy;
    default:
      return unreachable(event);
  }
};

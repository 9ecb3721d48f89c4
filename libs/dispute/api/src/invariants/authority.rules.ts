import type { Aid } from './model.authorities';
import { kindOf, when, type Rule } from './rules';

const MAY_BECOME: Readonly<Record<string, readonly Aid['state'][]>> = {
  LegalAidDecided: ['asked', 'ahead'],
  LegalAidAssigned: ['ahead', 'granted'],
  LegalAidEnded: ['ahead', 'granted', 'assigned'],
};

export const AUTHORITY_RULES = {
  'a public-order case is one at a time, and is decided by the police that opened it': when(
    ['PoliceCaseAccepted', 'PoliceCaseDecided'],
    ({ type, data, before, batch }) => {
      if (data.body !== batch.actor.org || kindOf(data.body) !== 'police') return false;
      return type === 'PoliceCaseAccepted' ? before.openCase === undefined : before.openCase === data.body;
    },
  ),
  'no penalty is applied for under an agreement there is': when(
    'NoPenaltyAppliedFor',
    ({ data, before }) => before.deals[data.agreement] !== undefined && data.applicants.length > 0,
  ),
  'what is certified as performed is, and is certified once': when(
    'PerformanceCertified',
    ({ data, before, batch }) =>
      before.deals[data.agreement]?.state === 'fulfilled' &&
      !before.certified.includes(data.agreement) &&
      data.body === batch.actor.org,
  ),
  'legal aid is decided, assigned and ended in order, by the centre that was asked': when(
    ['LegalAidDecided', 'LegalAidAssigned', 'LegalAidEnded'],
    ({ type, data, before, batch }) => {
      const aid = before.aids[data.aid];
      return aid?.center === batch.actor.org && (MAY_BECOME[type] ?? []).includes(aid.state);
    },
  ),
  'a proof of limitation comes from who had the dispute, and is numbered on': when(
    'LimitationProofIssued',
    ({ data, before, batch }) =>
      before.heldBy.includes(batch.actor.org) && data.proof === before.proofs + 1 && data.requestedOn <= data.issuedOn,
  ),
} satisfies Readonly<Record<string, Rule>>;

import { accept, dateInShanghai, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { isClaimPut } from '../claim';
import { partyId, PERSONAL, text } from '../fields';
import { hasParty, known, today, useCase } from '../use-case';

/** 出具时效中断证明: of the day a party first put its claim, whatever became of it: not accepted, refused or closed. */
export const issueLimitationProof = useCase({
  name: 'IssueLimitationProof',
  data: z.strictObject({
    party: partyId.meta({ description: '提出请求的当事人 who put the claim' }),
    claim: text(2000).meta({ description: '所提请求 the claim', ...PERSONAL }),
  }),
  decide: known(({ party, claim }, dispute, context) => {
    const { file } = dispute;
    if (!file.heldBy.includes(context.actor.org)) return refuse('never-had-it');
    if (!hasParty(dispute, party)) return refuse('party-unknown');
    if (!isClaimPut(file)) return refuse('no-claim-put');
    return accept({
      type: 'LimitationProofIssued',
      data: {
        proof: file.limitationProofs + 1,
        party,
        requestedOn: dateInShanghai(file.firstRequestedAt),
        issuedOn: today(context),
        personal: { [party]: { text: claim } },
      },
    });
  }),
});

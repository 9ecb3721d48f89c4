import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import type { OpenDispute } from '../dispute.state';
import { consents } from '../court-referral';
import { fileText, ordinal, partyId, PERSONAL, text } from '../fields';
import { barTo } from '../situation';
import { byCustodian, hasParty, today, useCase, type Context, type DisputeDecision } from '../use-case';

type Decide<Data> = (data: Data, dispute: OpenDispute, context: Context) => DisputeDecision;

/** While it mediates, or once its own mediation has ended without a result: what comes before or after is no part of one. */
const whileOrAfterMediating = <Data>(decide: Decide<Data>) =>
  byCustodian<Data>((data, dispute, context) => {
    const mediated = dispute.phase === 'ended' && dispute.file.proceedings > 0;
    return mediated || dispute.phase === 'in-mediation' ? decide(data, dispute, context) : refuse('no-proceeding');
  });

/**
 * 无争议事实记载: what nobody disputes, so that it need not be proved again. A draft until every party has signed it; of what is said in
 * mediation nothing else leaves it (在线调解规则 art. 18, 22).
 */
export const recordUndisputedFacts = useCase({
  name: 'RecordUndisputedFacts',
  data: z.strictObject({
    facts: text(8000).meta({ description: '无争议事实 undisputed facts', ...PERSONAL }),
    consents,
  }),
  decide: whileOrAfterMediating(({ facts, consents: given = [] }, dispute, context) => {
    if (!given.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    const agreed = dispute.file.parties.every(({ id }) => given.includes(id));
    const ground = barTo('record-undisputed-facts', dispute, context, agreed ? ['undisputed-facts-agreed'] : []);
    if (ground) return refuse('barred-by-rule', ground);
    return accept({
      type: 'UndisputedFactsRecorded',
      data: {
        record: dispute.file.undisputedFacts.length + 1,
        proceeding: dispute.file.proceedings,
        recordedOn: today(context),
        personal: fileText(facts),
      },
    });
  }),
});

/** 当事人签字确认: jointly confirmed once every party has signed. */
export const confirmUndisputedFacts = useCase({
  name: 'ConfirmUndisputedFacts',
  data: z.strictObject({ record: ordinal, party: partyId }),
  decide: whileOrAfterMediating(({ record, party }, dispute, context) => {
    const found = dispute.file.undisputedFacts.find(({ n }) => n === record);
    if (found === undefined) return refuse('undisputed-facts-unknown');
    if (!hasParty(dispute, party)) return refuse('party-unknown');
    if (found.signedBy.includes(party)) return refuse('already-signed');
    return accept({ type: 'UndisputedFactsConfirmed', data: { record, party, signedOn: today(context) } });
  }),
});

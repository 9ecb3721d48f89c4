import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { partyId } from '../fields';
import { hasParty, inMediation, useCase } from '../use-case';

/** 权利义务告知: each party is told its rights before the first session (a must of the file: 司法部 2010 forms, domain.md §3; the rights are those of 人民调解法 art. 23). */
export const notifyRights = useCase({
  name: 'NotifyRights',
  data: z.strictObject({
    parties: z.array(partyId).min(1).max(50).optional().meta({ description: '默认全部 default: all' }),
  }),
  decide: inMediation(({ parties }, dispute) => {
    const told = parties ?? dispute.file.parties.map((party) => party.id);
    if (!told.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    return accept({ type: 'RightsNotified', data: { proceeding: dispute.proceeding.n, parties: told } });
  }),
});

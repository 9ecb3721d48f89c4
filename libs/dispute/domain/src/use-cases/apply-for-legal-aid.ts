import { accept, divisionOf, refuse, bodyCode as codeOf, type BodyCode } from '@mediation/kernel';
import { z } from 'zod';
import { kindOf } from '../custody';
import { bodyCode, partyId, plainDate } from '../fields';
import { isOver } from '../legal-aid';
import { hasParty, known, today, useCase } from '../use-case';

/** The legal aid centre of the district that handles the dispute (法律援助法 art. 38). */
const centerOf = (org: BodyCode): BodyCode => codeOf(divisionOf(org).slice(0, 6), 'legal-aid-center');

/** 申请法律援助: taken in by the responsible body or at the centre; the centre sees the dispute from then on. */
export const applyForLegalAid = useCase({
  name: 'ApplyForLegalAid',
  data: z.strictObject({
    party: partyId,
    center: bodyCode
      .optional()
      .meta({ description: '法律援助机构，默认本区的 the legal aid centre; default: the district’s' }),
    limitationEndsOn: plainDate
      .optional()
      .meta({ description: '法定时效或期限届满日 last day of limitation, where known' }),
  }),
  bodies: ({ center }) => [center],
  decide: known(({ party, center, limitationEndsOn }, dispute, context) => {
    const { file } = dispute;
    const { org } = context.actor;
    const to = center ?? centerOf(org);
    if (kindOf(to) !== 'legal-aid-center') return refuse('not-a-legal-aid-center');
    if (org !== file.custodian && org !== to) return refuse('not-the-responsible-body');
    if (!hasParty(dispute, party)) return refuse('party-unknown');
    if (file.legalAid.some((aid) => aid.party === party && !isOver(aid))) return refuse('aid-running');
    return accept({
      type: 'LegalAidApplied',
      data: { aid: file.legalAid.length + 1, party, center: to, limitationEndsOn, appliedOn: today(context) },
    });
  }),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { returnUnmediated } from '../court-return';
import type { DisputeEvent } from '../dispute.events';
import type { OpenDispute } from '../dispute.state';
import { bodyCode, fileText, note, partyId, routes } from '../fields';
import { byCustodian, hasParty, today, useCase, type Context } from '../use-case';

const schema = z.strictObject({
  party: partyId,
  consents: z.boolean().meta({ description: '同意 true / 拒绝 false' }),
  to: bodyCode
    .optional()
    .meta({ description: '同意移交给的机构；不填为同意调解 the body handed to; absent: to mediation itself' }),
  note,
  routes: routes.optional(),
});
type ConsentData = z.output<typeof schema>;

/**
 * A clear refusal stops mediation at once, and nobody overrides it (人民调解法 art. 17, 23, 26). What a court had referred goes back to it
 * (特邀调解规定 art. 26, 在线调解规则 art. 15).
 */
const refusal = (data: ConsentData, dispute: OpenDispute, context: Context): readonly DisputeEvent[] => {
  const refused: DisputeEvent = {
    type: 'PartyRefused',
    data: { party: data.party, to: data.to, refusedOn: today(context), personal: fileText(data.note) },
  };
  if (data.to !== undefined) return [refused];
  const terminated: readonly DisputeEvent[] =
    dispute.phase === 'in-mediation'
      ? [
          {
            type: 'MediationTerminated',
            data: { proceeding: dispute.proceeding.n, reason: 'party-refused', routes: data.routes ?? [] },
          },
        ]
      : [];
  return [refused, ...terminated, ...returnUnmediated(dispute, context)];
};

/** 同意/拒绝: what a party says of mediation, or of being handed to a certain body. The latest word counts. */
export const recordConsent = useCase({
  name: 'RecordConsent',
  data: schema,
  bodies: ({ to }) => [to],
  decide: byCustodian((data, dispute, context) => {
    if (!hasParty(dispute, data.party)) return refuse('party-unknown');
    return data.consents
      ? accept({ type: 'PartyConsented', data: { party: data.party, to: data.to, consentedOn: today(context) } })
      : accept(...refusal(data, dispute, context));
  }),
});

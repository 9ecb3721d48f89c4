import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
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

/** A clear refusal stops mediation at once, and nobody overrides it (人民调解法 art. 17, 23, 26). */
const refusal = (data: ConsentData, dispute: OpenDispute, context: Context): readonly DisputeEvent[] => {
  const refused: DisputeEvent = {
    type: 'PartyRefused',
    data: { party: data.party, to: data.to, refusedOn: today(context), personal: fileText(data.note) },
  };
  return data.to === undefined && dispute.phase === 'in-mediation'
    ? [
        refused,
        {
          type: 'MediationTerminated',
          data: { proceeding: dispute.proceeding.n, reason: 'party-refused', routes: data.routes ?? [] },
        },
      ]
    : [refused];
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

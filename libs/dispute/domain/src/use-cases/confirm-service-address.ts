import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { partyId, PERSONAL, text } from '../fields';
import { byCustodian, hasParty, today, useCase } from '../use-case';

/** 送达地址确认书 (在线调解规则 art. 17): where papers reach a party. The last one confirmed counts. */
export const confirmServiceAddress = useCase({
  name: 'ConfirmServiceAddress',
  data: z.strictObject({
    party: partyId,
    address: text(300).meta({ description: '送达地址 address for service', ...PERSONAL }),
  }),
  decide: byCustodian(({ party, address }, dispute, context) =>
    hasParty(dispute, party)
      ? accept({
          type: 'ServiceAddressConfirmed',
          data: { party, confirmedOn: today(context), personal: { [party]: { address } } },
        })
      : refuse('party-unknown'),
  ),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { fileText, note, partyId } from '../fields';
import { hasParty, inActiveMediation, today, useCase } from '../use-case';

/** 调解记录: a session with the parties. Its record never leaves the body that held it. */
export const holdSession = useCase({
  name: 'HoldSession',
  data: z.strictObject({
    attended: z
      .array(partyId)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: '到场当事人，默认全部 who came; default: all' }),
    record: note.meta({ description: '调解记录，不出本机构 session record; never leaves this body' }),
  }),
  decide: inActiveMediation((data, dispute, context) => {
    const { file, proceeding } = dispute;
    const attended = data.attended ?? file.parties.map((party) => party.id);
    if (!attended.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    if (proceeding.mediators.length === 0) return refuse('no-mediator');
    if (!attended.every((party) => proceeding.rightsNotified.includes(party))) return refuse('rights-not-notified');
    return accept({
      type: 'SessionHeld',
      data: {
        proceeding: proceeding.n,
        session: proceeding.sessions + 1,
        heldOn: today(context),
        attended,
        personal: fileText(data.record),
      },
    });
  }),
});

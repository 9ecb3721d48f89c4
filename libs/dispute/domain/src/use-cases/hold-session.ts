import { accept, refuse } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import type { DataOf, DisputeEvent } from '../dispute.events';
import type { MediatedDispute } from '../dispute.state';
import { count, fileText, note, partyId, text } from '../fields';
import { barTo } from '../situation';
import { inActiveMediation, today, useCase } from '../use-case';

const data = z
  .strictObject({
    attended: z
      .array(partyId)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: '到场当事人，默认全部 who came; default: all' }),
    record: note.meta({ description: '调解记录，不出本机构 session record; never leaves this body' }),
    officers: count.max(99).optional().meta({ description: '主持的民警人数 police officers who held it' }),
    recording: text(200)
      .optional()
      .meta({ description: '全程同步录音录像的编号 reference of the recording of the whole session' }),
    room: text(120).optional().meta({ description: '规范设置的调解室 the compliant room it was held in' }),
    open: z.boolean().default(false).meta({ description: '是否公开进行 held in the open' }),
    agreedToOpen: z
      .array(partyId)
      .max(50)
      .optional()
      .meta({ description: '同意公开进行的当事人 parties who agreed to hold it in the open' }),
  })
  .refine(
    ({ officers, recording, room }) => recording === undefined || (officers !== undefined && room !== undefined),
    {
      path: ['recording'],
      error: '录音录像须写明民警人数和调解室 / with a recording, say how many officers and which room',
    },
  );
type Session = z.output<typeof data>;

const factsOf = ({ officers, recording, open, agreedToOpen = [] }: Session, { file }: MediatedDispute) => {
  const agreed = file.parties.every(({ id }) => agreedToOpen.includes(id));
  const facts: readonly (FactTag | false)[] = [
    officers === 1 && 'one-officer',
    recording !== undefined && 'fully-recorded',
    open && 'open-session',
    agreed && 'open-session-agreed',
  ];
  return facts.filter((fact) => fact !== false);
};

const refusalOf = ({ file, proceeding }: MediatedDispute, attended: readonly string[]) => {
  if (!attended.every((party) => file.parties.some(({ id }) => id === party))) return 'party-unknown' as const;
  if (proceeding.mediators.length === 0) return 'no-mediator' as const;
  return attended.every((party) => proceeding.rightsNotified.includes(party))
    ? undefined
    : ('rights-not-notified' as const);
};

/** 全程同步录音录像 (治安管理处罚法 art. 108). */
const recorded = ({ officers, recording, room }: Session, held: DataOf<'SessionHeld'>): readonly DisputeEvent[] => {
  if (recording === undefined || officers === undefined || room === undefined) return [];
  const { proceeding, session } = held;
  return [{ type: 'SessionRecordedInFull', data: { proceeding, session, officers, recording, room } }];
};

/** 调解记录: a session with the parties. Its record never leaves the body that held it. */
export const holdSession = useCase({
  name: 'HoldSession',
  data,
  decide: inActiveMediation((session, dispute, context) => {
    const { file, proceeding } = dispute;
    const attended = session.attended ?? file.parties.map((party) => party.id);
    const refusal = refusalOf(dispute, attended);
    if (refusal) return refuse(refusal);
    const ground = barTo('hold-session', dispute, context, factsOf(session, dispute));
    if (ground) return refuse('barred-by-rule', ground);
    const held: DataOf<'SessionHeld'> = {
      proceeding: proceeding.n,
      session: proceeding.sessions + 1,
      heldOn: today(context),
      attended,
      personal: fileText(session.record),
    };
    return accept({ type: 'SessionHeld', data: held }, ...recorded(session, held));
  }),
});

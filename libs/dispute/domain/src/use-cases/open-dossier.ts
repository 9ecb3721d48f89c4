import { accept, refuse, type BodyCode } from '@mediation/kernel';
import { z } from 'zod';
import type { KnownDispute } from '../dispute.state';
import type { DisputeRefusal } from '../dispute.refusals';
import { hasMediated } from '../dossier';
import { text } from '../fields';
import { known, today, useCase } from '../use-case';

/** Asked before a number is set aside for it, too, so that one is seldom set aside in vain. */
export const obstacleToDossier = (dispute: KnownDispute, body: BodyCode): DisputeRefusal | undefined => {
  if (!hasMediated(dispute, body)) return 'not-the-mediating-committee';
  return dispute.file.dossier === undefined ? undefined : 'dossier-exists';
};

/** 立卷: one file and one number for one dispute, from the register of the committee that mediates it (人民调解法 art. 27). */
export const openDossier = useCase({
  name: 'OpenDossier',
  filled: ['assigned'],
  data: z.strictObject({
    assigned: z
      .strictObject({
        number: text(100),
        year: z.int().min(1000).max(9999),
        serial: z.int().min(1).max(1_000_000),
      })
      .optional(),
  }),
  decide: known(({ assigned }, dispute, context) => {
    const body = context.actor.org;
    const obstacle = obstacleToDossier(dispute, body);
    if (obstacle) return refuse(obstacle);
    if (assigned === undefined) return refuse('dossier-not-numbered');
    return accept({ type: 'DossierOpened', data: { ...assigned, body, openedOn: today(context) } });
  }),
});

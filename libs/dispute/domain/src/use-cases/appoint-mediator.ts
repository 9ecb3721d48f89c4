import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { courtOf } from '../court-referral';
import { bodyCode, mediatorId } from '../fields';
import { barTo, openReferral } from '../situation';
import { inMediation, useCase } from '../use-case';

/**
 * 指派/选定: by the body or by the parties (人民调解法 art. 19); what a court has referred, from that court's roster where it keeps one here
 * (特邀调解规定 art. 12). One who was recused does not come back.
 */
export const appointMediator = useCase({
  name: 'AppointMediator',
  data: z.strictObject({
    mediator: mediatorId,
    how: z.enum(['assigned', 'chosen-by-parties']).default('assigned'),
    offRosterOf: z
      .array(bodyCode)
      .default([])
      .meta({ description: '名册中没有该调解员的法院 courts that keep a roster without this mediator' }),
  }),
  filled: ['offRosterOf'],
  decide: inMediation(({ mediator, how, offRosterOf }, dispute, context) => {
    const { file, proceeding } = dispute;
    if (proceeding.recused.includes(mediator)) return refuse('mediator-recused');
    if (proceeding.mediators.includes(mediator)) return accept();
    const referral = openReferral(file);
    const onRoster = referral === undefined || !offRosterOf.includes(courtOf(referral.court));
    const ground = barTo('appoint-mediator', dispute, context, onRoster ? ['mediator-on-court-roster'] : []);
    if (ground) return refuse('barred-by-rule', ground);
    return accept({ type: 'MediatorAppointed', data: { proceeding: proceeding.n, mediator, how } });
  }),
});

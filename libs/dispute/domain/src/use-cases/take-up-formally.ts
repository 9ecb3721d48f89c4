import { accept, refuse, type BodyCode } from '@mediation/kernel';
import { z } from 'zod';
import { areaCovers, channelOf, kindOf, moveCustody, supersedeOffer } from '../custody';
import { bodyCode } from '../fields';
import { barTo } from '../situation';
import { open, today, useCase } from '../use-case';

/** The referrer, or the court whose pre-trial room (庭前调解室) the referrer is. */
const referredItself = (body: BodyCode, referrer: BodyCode | undefined): boolean =>
  referrer !== undefined &&
  (referrer === body ||
    (kindOf(body) === 'court' && kindOf(referrer) === 'pretrial-room' && areaCovers(body, referrer)));

/**
 * 立案/受理: a court or an agency has taken the dispute up in its own procedure. That ends a people's proceeding, unless the very body
 * had referred it there (委托; domain.md §2.1, §2.4). Told by that body, or by the one responsible.
 */
export const takeUpFormally = useCase({
  name: 'TakeUpFormally',
  data: z.strictObject({ body: bodyCode }),
  bodies: ({ body }) => [body],
  decide: open(({ body }, dispute, context) => {
    const { file } = dispute;
    if (![body, file.custodian].includes(context.actor.org)) return refuse('not-the-responsible-body');
    const channel = channelOf(body);
    if (channel === undefined || channel === 'peoples') return refuse('not-a-court-or-agency');
    // Whoever tells of it, the law asks who takes it up.
    const ground = barTo('take-up-formally', dispute, { ...context, actor: { ...context.actor, org: body } });
    if (ground) return refuse('barred-by-rule', ground);
    const takenUp = { type: 'DisputeTakenUpFormally', data: { body, takenUpOn: today(context) } } as const;
    if (referredItself(body, file.referredBy)) return accept(takenUp);
    return accept(
      takenUp,
      ...(file.custodian === body ? [] : supersedeOffer(dispute, context)),
      ...moveCustody(dispute, body, 'accepted-elsewhere', context),
    );
  }),
});

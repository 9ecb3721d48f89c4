import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { consents, courtReferral } from '../court-referral';
import { initialDispute } from '../dispute.state';
import { evolve } from '../dispute.evolve';
import { after, useCase } from '../use-case';
import { bodyCode, note, plainDate } from '../fields';
import { HANDOFF_REASONS } from '../vocabulary';
import { offer } from './offer-handoff';
import { opening, registration, registrationRefusal } from './register-dispute';

/** 委派/委托/移送: a partner's room files a dispute and offers it to a mediation body; the room is responsible until that is accepted. */
export const referDispute = useCase({
  name: 'ReferDispute',
  data: registration.extend({
    to: bodyCode,
    kind: z.enum(['court-link', 'police-link', 'petition-link', 'transfer']),
    reason: z.enum(HANDOFF_REASONS).default('pre-trial'),
    note,
    replyBy: plainDate.optional(),
    consents,
    court: courtReferral.optional(),
  }),
  bodies: ({ to, court }) => [to, court?.court],
  decide({ to, kind, reason, note: why, replyBy, consents: given, court, ...data }, dispute, context) {
    if (dispute.phase !== 'absent') return refuse('dispute-exists');
    const refusal = registrationRefusal(data, context);
    if (refusal) return refuse(refusal);
    const events = opening(data, context);
    const opened = events.reduce(evolve, initialDispute);
    if (opened.phase !== 'registered') return accept(...events);
    return after(events, offer({ to, kind, reason, note: why, replyBy, consents: given, court }, opened, context));
  },
});

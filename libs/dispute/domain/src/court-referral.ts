import { bodyCode as codeOf, divisionOf, refuse, type BodyCode } from '@mediation/kernel';
import { z } from 'zod';
import { areaCovers, kindOf } from './custody';
import type { DataOf, DisputeEvent } from './dispute.events';
import type { OpenDispute } from './dispute.state';
import { evolve } from './dispute.evolve';
import { bodyCode, partyId, text } from './fields';
import { barTo, isCourt } from './situation';
import { today, type Context, type DisputeDecision } from './use-case';
import { COURT_PROCEDURES } from './vocabulary';

const court = bodyCode
  .optional()
  .meta({ description: '委派、委托的法院，默认为移送的法院或庭前调解室本身 the court; default the body that refers' });
const caseNumber = text(80).optional().meta({ description: '案号 case number' });

/** 委派 before filing, 委托 after it; how long the latter may take turns on the court's procedure. */
export const courtReferral = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('prefiling'), caseNumber, court }),
    z.strictObject({ mode: z.literal('postfiling'), procedure: z.enum(COURT_PROCEDURES), caseNumber, court }),
  ])
  .meta({ description: '委派或委托调解 referral before filing, or entrustment after it' });
export type CourtReferralData = z.output<typeof courtReferral>;

export const consents = z
  .array(partyId)
  .max(50)
  .optional()
  .meta({ description: '当场同意的当事人 parties who consent to it now' });

/** The court that a body of it speaks for: a pre-trial room (庭前调解室) is its district court's. */
export const courtOf = (body: BodyCode): BodyCode =>
  kindOf(body) === 'court' ? body : codeOf(divisionOf(body).slice(0, 6), 'court');

/** A court refers in its own name, a room of it also in that court's; and in no other's. */
const mayReferFor = (actor: BodyCode, referring: BodyCode): boolean =>
  isCourt(actor) && (referring === actor || (kindOf(referring) === 'court' && areaCovers(referring, actor)));

const referralMade = (data: CourtReferralData, context: Context): DataOf<'CourtReferralMade'> => ({
  court: data.court ?? context.actor.org,
  mode: data.mode,
  procedure: data.mode === 'postfiling' ? data.procedure : undefined,
  caseNumber: data.caseNumber,
  referredOn: today(context),
});

/**
 * What a court that refers a dispute to mediation records before the offer itself: the parties' consents, and the referral, unless a
 * rule of law forbids it as things then stand.
 */
export const referringEvents = (
  data: { readonly court: CourtReferralData; readonly consents: readonly string[] },
  dispute: OpenDispute,
  context: Context,
): DisputeDecision => {
  if (!mayReferFor(context.actor.org, data.court.court ?? context.actor.org)) return refuse('not-a-court');
  const events: readonly DisputeEvent[] = [
    ...[...new Set(data.consents)].map((party): DisputeEvent => ({
      type: 'PartyConsented',
      data: { party, consentedOn: today(context) },
    })),
    { type: 'CourtReferralMade', data: referralMade(data.court, context) },
  ];
  const referred = events.reduce(evolve, dispute);
  const ground = referred.phase === 'absent' ? undefined : barTo('entrust-by-court', referred, context);
  return ground ? refuse('barred-by-rule', ground) : { kind: 'accepted', events };
};

import { covers, divisionOf, refuse, type BodyCode, type PlainDate } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { findAgreement, hasTakenEffect } from './agreement';
import { agreementFacts } from './agreement.facts';
import { courtOf } from './court-referral';
import { kindOf } from './custody';
import type { Agreement, DisputeFile, KnownDispute } from './dispute.state';
import { known, today, type Context, type DisputeDecision } from './use-case';
import type { Confirmation } from './procedure.state';
import type { JurisdictionBasis } from './vocabulary';

export const confirmationOf = ({ confirmations }: DisputeFile, agreement: number): Confirmation | undefined =>
  confirmations.find((each) => each.agreement === agreement);

/** Made while a court's referral was open: that court had invited the mediation. */
const invitingCourt = ({ courtReferral }: DisputeFile): BodyCode | undefined => {
  if (courtReferral === undefined) return undefined;
  const { court, returned, result } = courtReferral;
  return !returned || result === 'settled' || result === 'suit-withdrawn' ? courtOf(court) : undefined;
};

/**
 * What gives that court jurisdiction (民事诉讼法 art. 205): having invited the mediation; otherwise lying where the mediating body or the
 * subject matter is. Where a party lives the file says in words only, so that one takes whoever offers at their word.
 */
export const jurisdictionOver = (
  file: DisputeFile,
  { body }: Agreement,
  court: BodyCode,
  stated: 'domicile' | undefined,
): JurisdictionBasis | undefined => {
  const inviting = invitingCourt(file);
  if (inviting !== undefined) return inviting === court ? 'inviting-court' : undefined;
  const area = divisionOf(court);
  if (covers(area, divisionOf(body))) return 'mediation-body';
  return covers(area, file.place) ? 'subject-matter' : stated;
};

/** The last day to file, where a clock counts it. */
export const filingDueOn = ({ file }: KnownDispute, n: number, { rules, now }: Context): PlainDate | undefined =>
  rules.clocksOf(file.occurrences, now).find((clock) => clock.id === `confirmation-filing/agreement-${n}`)?.dueOn;

/** What the law asks of an agreement that a court is to confirm. */
export const confirmationFacts = (
  dispute: KnownDispute,
  agreement: Agreement,
  context: Context,
): readonly FactTag[] => {
  const dueOn = filingDueOn(dispute, agreement.n, context);
  const inTime = dueOn === undefined || today(context) <= dueOn;
  return [...agreementFacts(agreement), 'agreement-effective', ...(inTime ? (['within-time'] as const) : [])];
};

/** Runs a decision on an agreement that is or has been in effect. */
export const inEffect = <Dispute extends KnownDispute>(
  dispute: Dispute,
  n: number,
  decide: (agreement: Agreement) => DisputeDecision,
): DisputeDecision => {
  const agreement = findAgreement(dispute.file, n);
  if (agreement === undefined) return refuse('agreement-unknown');
  return hasTakenEffect(agreement) ? decide(agreement) : refuse('agreement-not-in-effect');
};

/**
 * The court itself says what it did, or the responsible body enters the court's paper: not every court works in this network. The file
 * may be closed by then: courts do not wait for performance.
 */
export const byConfirmingCourt = <Data extends { readonly agreement: number }>(
  decide: (data: Data, confirmation: Confirmation, context: Context) => DisputeDecision,
) =>
  known<Data>((data, { file }, context) => {
    const confirmation = confirmationOf(file, data.agreement);
    const { org } = context.actor;
    if (org !== file.custodian && org !== confirmation?.court) return refuse('not-the-responsible-body');
    return confirmation === undefined ? refuse('confirmation-not-filed') : decide(data, confirmation, context);
  });

export const isBasicCourt = (court: BodyCode): boolean => kindOf(court) === 'court';

import { accept, parseBodyCode, refuse, type BodyCode, type PlainDate, type Tier } from '@mediation/kernel';
import type { Act } from '@mediation/rules';
import { z } from 'zod';
import { consents as consentsGiven, courtReferral, referringEvents, type CourtReferralData } from '../court-referral';
import { allConsentTo, areaCovers, channelOf, kindOf, refusalBars } from '../custody';
import type { DisputeEvent } from '../dispute.events';
import type { OpenDispute } from '../dispute.state';
import { bodyCode, fileText, note, plainDate } from '../fields';
import { barTo } from '../situation';
import { after, byCustodian, hasParty, today, useCase, type Context, type DisputeDecision } from '../use-case';
import { HANDOFF_KINDS, HANDOFF_REASONS, type HandoffKind, type HandoffReason } from '../vocabulary';

const RANK: Readonly<Record<Tier, number>> = { village: 0, township: 1, district: 2 };
const rankOf = (code: BodyCode): number => RANK[parseBodyCode(code)?.tier ?? 'village'];
const isSuperior = (to: BodyCode, from: BodyCode): boolean => rankOf(to) > rankOf(from) && areaCovers(to, from);

const LINK_ENDS = {
  'court-link': ['court', 'pretrial-room'],
  'police-link': ['police'],
  'petition-link': ['petition-office'],
  'procuratorate-link': ['procuratorate'],
  'legal-aid-link': ['legal-aid-center'],
} as const;

export interface Offer {
  readonly kind: HandoffKind;
  readonly to: BodyCode;
  readonly reason: HandoffReason;
  readonly note?: string | undefined;
  readonly replyBy?: PlainDate | undefined;
  /** Parties who agreed to it just now; recorded as consents of their own. */
  readonly consents?: readonly string[] | undefined;
  /** Of a court that refers it to mediation. */
  readonly court?: CourtReferralData | undefined;
}

const linkRefusal = (kind: keyof typeof LINK_ENDS, from: BodyCode, to: BodyCode) => {
  const ends: readonly (string | undefined)[] = LINK_ENDS[kind];
  return ends.includes(kindOf(from)) || ends.includes(kindOf(to)) ? undefined : ('not-a-link-of-this-kind' as const);
};

const kindRefusal = ({ kind, to, court }: Offer, from: BodyCode) => {
  if (court !== undefined && kind !== 'court-link') return 'not-a-link-of-this-kind' as const;
  switch (kind) {
    case 'escalation':
      return isSuperior(to, from) ? undefined : ('not-a-superior-body' as const);
    case 'transfer':
      // Going up within people's mediation, or to a centre, is an escalation and needs what an escalation needs.
      return isSuperior(to, from) && [channelOf(from), undefined].includes(channelOf(to))
        ? ('use-escalation' as const)
        : undefined;
    case 'directive':
      return 'directive-only-from-government' as const;
    default:
      return linkRefusal(kind, from, to);
  }
};

/** Committees have no command chain: to change the mediating body upwards takes every party's consent (domain.md §6, art. 17). */
const needsConsent = ({ kind, to }: Offer): boolean => kind === 'escalation' && channelOf(to) !== undefined;

const offerRefusal = (data: Offer, dispute: OpenDispute, from: BodyCode) => {
  const { file } = dispute;
  if (file.handoff !== undefined) return 'handoff-pending' as const;
  if (data.to === from) return 'handoff-to-itself' as const;
  const refusal = kindRefusal(data, from);
  if (refusal) return refusal;
  const consents = data.consents ?? [];
  if (!consents.every((party) => hasParty(dispute, party))) return 'party-unknown' as const;
  const refusals = file.refusals.filter((party) => !consents.includes(party));
  if (refusalBars({ ...file, refusals }, data.to)) return 'party-refused' as const;
  return needsConsent(data) && !allConsentTo(file, data.to, consents)
    ? ('escalation-needs-consent' as const)
    : undefined;
};

export const handoffOffered = (data: Offer, { file }: OpenDispute, context: Context): DisputeEvent => ({
  type: 'HandoffOffered',
  data: {
    handoff: `h${file.handoffs + 1}`,
    kind: data.kind,
    from: context.actor.org,
    to: data.to,
    reason: data.reason,
    offeredAt: context.occurredAt,
    replyBy: data.replyBy ?? context.rules.replyDueOn(data.kind, today(context)),
    personal: fileText(data.note),
  },
});

export const offer = (data: Offer, dispute: OpenDispute, context: Context): DisputeDecision => {
  const refusal = offerRefusal(data, dispute, context.actor.org);
  if (refusal) return refuse(refusal);
  const { court, consents: given = [] } = data;
  if (court === undefined) return offering(data, dispute, context);
  const referring = referringEvents({ court, consents: given }, dispute, context);
  return referring.kind === 'refused'
    ? referring
    : after(referring.events, offering({ ...data, consents: [] }, dispute, context));
};

const LINK_ACTS: { readonly [K in HandoffKind]?: Act } = {
  'petition-link': 'link-with-petition-office',
  'procuratorate-link': 'link-with-procuratorate',
  'legal-aid-link': 'link-with-legal-aid',
};

/** 访调、检调、援调: what the law bars from being led to mediation. Telling of the result, or asking for aid, leads nowhere else. */
const linkBar = ({ kind, to, consents = [] }: Offer, dispute: OpenDispute, context: Context) => {
  const act = LINK_ACTS[kind];
  if (act === undefined || channelOf(to) === undefined) return undefined;
  const { file } = dispute;
  const agreed = [...file.consents, ...(file.handoffConsents[to] ?? []), ...consents];
  const refusals = file.refusals.filter((party) => !agreed.includes(party));
  return barTo(act, { ...dispute, file: { ...file, consents: agreed, refusals } }, context);
};

const offering = (data: Offer, dispute: OpenDispute, context: Context): DisputeDecision => {
  const ground = linkBar(data, dispute, context);
  if (ground) return refuse('barred-by-rule', ground);
  const consents = [...new Set(data.consents ?? [])].map((party): DisputeEvent => ({
    type: 'PartyConsented',
    data: { party, to: data.to, consentedOn: today(context) },
  }));
  return accept(...consents, handoffOffered(data, dispute, context));
};

/** 上报、移交、对接: an offer. Responsibility stays where it is until the other side accepts. */
export const offerHandoff = useCase({
  name: 'OfferHandoff',
  data: z.strictObject({
    kind: z.enum(HANDOFF_KINDS).exclude(['directive']),
    to: bodyCode,
    reason: z.enum(HANDOFF_REASONS),
    note,
    replyBy: plainDate.optional().meta({ description: '答复期限，默认按规则 reply by; default: the rule in force' }),
    consents: consentsGiven,
    court: courtReferral.optional(),
  }),
  bodies: ({ to, court }) => [to, court?.court],
  decide: byCustodian(offer),
});

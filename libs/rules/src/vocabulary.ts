/** The words that rule packs are written in. A new one is added here, and nowhere else, before a pack may use it. */

/** What starts, ends, stops or restarts a clock. A context tells them as occurrences; the packs say which of them matter. */
export const OCCURRENCES = [
  // a dispute and its proceedings
  'first-requested',
  'application-received',
  'accepted',
  'mediator-appointed',
  'papers-signed-for',
  'mediation-ended',
  'agreement-effective',
  'agreement-performed',
  // handoffs
  'handoff-offered',
  'handoff-settled',
  // the court's side
  'entrusted-by-court',
  'returned-to-court',
  'confirmation-filed',
  'confirmation-accepted',
  'confirmation-decided',
  'confirmation-served',
  'confirmation-objected',
  // the police's side, traffic accidents among it
  'police-case-accepted',
  'police-case-decided',
  'traffic-liability-served',
  'traffic-mediation-may-start',
  'traffic-mediation-applied',
  'traffic-mediation-concluded',
  // petitions
  'petition-received',
  'petition-routed',
  'petition-objected',
  'petition-accepted',
  'petition-concluded',
  'petition-review-requested',
  'petition-reviewed',
  'petition-final-review-requested',
  'petition-final-reviewed',
  // the health authority's mediation of a medical dispute
  'health-applied',
  'health-accepted',
  'health-concluded',
  // legal aid
  'aid-applied',
  'aid-decided',
  'aid-assigned',
  'aid-objected',
  'aid-objection-decided',
  // a transfer between bodies ruled by a city's own regulation
  'transfer-received',
  'transfer-passed-on',
  'transfer-answered',
  // limits that run from what somebody knows, outside this network
  'harm-known',
  'arbitration-applied',
  // what changes a clock
  'paused',
  'resumed',
  'extended',
  'expired',
] as const;
export type OccurrenceKind = (typeof OCCURRENCES)[number];

/** What a lapse of time means (domain.md §6). */
export const EXPIRY_EFFECTS = [
  'SOFT_ALERT',
  'DEEMED_FAILED',
  'RELEASES_RIGHT',
  'RETURNS_TO_COURT',
  'REASSIGN',
  'RIGHT_LOST',
  'OVERDUE_DUTY',
] as const;
export type ExpiryEffect = (typeof EXPIRY_EFFECTS)[number];

/** What may stop a clock. Any other suspension lets it run. */
export const PAUSE_REASONS = ['appraisal', 'hearing'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What the law says a dispute is about, besides its type: gates turn on it. */
export const MATTERS = [
  'property-title',
  'ip-title',
  'identity-relation',
  'not-court-matter',
  'other-special-procedure',
  'expropriation-compensation',
  'rural-land-contract',
  'administrative-dispute',
  'litigation-pending',
  'exclusive-jurisdiction',
  'labour-payment',
  'complex-case',
  'crime-suspected',
  'domestic-violence',
  'incapable-victim',
  'hired-assault',
  'gang-related',
  'provocation',
  'repeat-offence',
  'public-order-case',
] as const;
export type Matter = (typeof MATTERS)[number];

/** What a gate may forbid. */
export const ACTS = [
  'entrust-by-court',
  'accept',
  'appoint-mediator',
  'hold-session',
  'agree-orally',
  'record-undisputed-facts',
  'offer-confirmation',
  'file-confirmation',
  'apply-for-no-penalty',
  'decide-no-penalty',
  'apply-for-payment-order',
  'apply-for-enforcement',
  'link-with-petition-office',
  'link-with-procuratorate',
  'link-with-legal-aid',
  'take-up-formally',
  'grant-legal-aid',
  'refer-to-arbitration',
  'show-identity',
  'extend-time-limit',
  'close',
  'archive',
  'claim-subsidy',
  'review-subsidy',
  'approve-subsidy',
  'pay-subsidy',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * What is true of a situation, as a context says it. A prefix and a word of a closed list:
 * `type:medical` (dispute type) · `matter:property-title` · `channel:peoples` · `body:medical` (kind of the acting or mediating body) ·
 * `catalogue:housing` (an agency's own name) · `link:court-link` (kind of handoff) · `court:prefiling|postfiling|ordinary|summary` ·
 * `form:oral|written` · `difficulty:complex` (a class, or `unassessed`) · `exemption:<id>` · `fact:<word>` (see FACTS).
 */
export const TAG_PREFIXES = [
  'type',
  'matter',
  'channel',
  'body',
  'catalogue',
  'link',
  'court',
  'form',
  'difficulty',
  'exemption',
  'fact',
] as const;

/** `fact:` tags: plain facts of the situation that gates and clocks ask for. */
export const FACTS = [
  'all-parties-consent',
  'applied-jointly',
  'taken-up-by-court',
  'referred-by-court',
  'taken-up-by-health-authority',
  'mediated-by-committee',
  'mediator-on-court-roster',
  'undisputed-facts-agreed',
  'agreement-written',
  'agreement-effective',
  'agreement-performed',
  'agreement-confirmed',
  'agreement-notarised',
  'agreement-by-committee',
  'agreement-by-police',
  'obligation-breached',
  'applied-in-writing',
  'one-officer',
  'fully-recorded',
  'open-session',
  'open-session-agreed',
  'decided-already',
  'limitation-nearly-over',
  'aid-granted',
  'aid-provisional',
  'preservation-needed',
  'incapable-party',
  'minor-party',
  'money-claim',
  'police-report-made',
  'within-time',
  'court-has-jurisdiction',
  'party-refused',
  // a case subsidy
  'file-complete',
  'file-archived',
  'mediation-failed',
  'presence-proved',
  'facts-confirmed',
  'routes-told',
  'claimed-by-keeper',
  'subsidised-already',
  'competent-to-decide',
  'own-case',
] as const;
export type FactTag = (typeof FACTS)[number];

/** The documents and materials a file may have to hold, in the order of the 2010 forms (domain.md §3) and after. */
export const MATERIALS = [
  'application',
  'rights-notice',
  'identity-papers',
  'authorisation',
  'investigation-record',
  'evidence',
  'session-record',
  'agreement',
  'performance-proof',
  'follow-up-record',
  'confirmation-papers',
  'file-note',
  'back-cover',
] as const;
export type Material = (typeof MATERIALS)[number];

/** How lengths are given. Days of a period are counted from the day after it starts; hours and minutes from the moment. */
export const PERIOD_UNITS = ['day', 'working-day', 'month', 'hour', 'minute'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

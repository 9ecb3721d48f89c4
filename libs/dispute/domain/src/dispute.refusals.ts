import { AUTHORITY_REFUSALS } from './authority.refusals';
import { COURT_REFUSALS } from './court.refusals';
import { DOSSIER_REFUSALS } from './dossier.refusals';
import { TIME_LIMIT_REFUSALS } from './time-limit.refusals';

/** Why a command is refused. */
/** Of mediation itself and of handoffs. */
export const MEDIATION_REFUSALS = [
  // A rule of law forbids it: the ground says which.
  'barred-by-rule',
  'dispute-unknown',
  'dispute-exists',
  'dispute-closed',
  'dispute-not-closed',
  'not-the-responsible-body',
  'not-at-this-stage',
  'occurred-in-the-future',
  'occurred-before-registration',
  'applicant-missing',
  'place-outside-area',
  'category-of-another-type',
  'party-unknown',
  'party-refused',
  'body-does-not-mediate',
  'triaged-to-another-channel',
  'proceeding-running',
  'no-proceeding',
  'mediation-suspended',
  'mediation-not-suspended',
  'mediator-unknown',
  'mediator-recused',
  'no-mediator',
  'rights-not-notified',
  'no-session-held',
  'already-agreed',
  'agreement-unknown',
  'agreement-not-in-signing',
  'agreement-not-in-effect',
  'agreement-is-oral',
  'already-signed',
  'obligation-unknown',
  'obligation-performed',
  'amount-needed',
  'more-than-owed',
  'not-performed',
  'no-breach',
  'routes-not-told',
  'handoff-unknown',
  'handoff-pending',
  'not-the-offered-body',
  'not-the-offering-body',
  'handoff-to-itself',
  'not-a-superior-body',
  'use-escalation',
  'not-a-link-of-this-kind',
  'escalation-needs-consent',
  'directive-only-from-government',
  'directive-outside-area',
  'directive-does-not-lapse',
  'not-yet-due',
  'not-a-court-or-agency',
  'risk-not-raised',
  'police-report-needed',
  'emergency-running',
  'no-emergency',
  'not-a-response-unit',
  'unit-not-dispatched',
  'not-an-overseeing-body',
] as const;
export type MediationRefusal = (typeof MEDIATION_REFUSALS)[number];

/** Every refusal there is. Each has one row in the interfaces' problem table: an HTTP status, the article, what to do. */
export const REFUSALS = [
  ...MEDIATION_REFUSALS,
  ...TIME_LIMIT_REFUSALS,
  ...COURT_REFUSALS,
  ...AUTHORITY_REFUSALS,
  ...DOSSIER_REFUSALS,
] as const;
export type DisputeRefusal = (typeof REFUSALS)[number];

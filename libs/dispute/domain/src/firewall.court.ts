import type { BodyCode } from '@mediation/kernel';
import { courtOf } from './court-referral';
import { whenInEffect, type Access, type Reading, type ReadingRules } from './firewall.reading';
import { isCourt } from './situation';

/** A court and its rooms are one court. */
const isOwn = ({ reader }: Reading, body: BodyCode): boolean => isCourt(body) && courtOf(body) === courtOf(reader);

const whenSignedByAll = ({ record }: { readonly record: number }, { file }: Reading): Access => {
  const found = file.undisputedFacts.find(({ n }) => n === record);
  return found !== undefined && file.parties.every(({ id }) => found.signedBy.includes(id)) ? 'whole' : 'none';
};

const whenOwnHandoff = ({ handoff }: { readonly handoff: string }, reading: Reading): Access => {
  const offer = reading.offers.get(handoff);
  return offer !== undefined && (isOwn(reading, offer.from) || isOwn(reading, offer.to)) ? 'whole' : 'none';
};

/** To mediation itself, or to being handed to this court. */
const whenConcerned = (to: BodyCode | undefined, reading: Reading, access: Access): Access =>
  to === undefined || isOwn(reading, to) ? access : 'none';

/** It has or had the dispute itself; one that is only asked to confirm needs to know who the parties are. */
const holdsOrReferred = (reading: Reading): boolean => {
  const { heldBy, handoff, takenUpBy, courtReferral } = reading.file;
  return [...heldBy, ...takenUpBy, handoff?.to, courtReferral?.court].some(
    (body) => body !== undefined && isOwn(reading, body),
  );
};

/** Of clocks, those of mediations, agreements and handoffs of its own. */
const whenOwnClock = ({ clock }: { readonly clock: string }, reading: Reading): Access => {
  const subject = clock.split('/')[1] ?? '';
  if (subject.startsWith('handoff-')) return whenOwnHandoff({ handoff: subject.slice('handoff-'.length) }, reading);
  return /^(proceeding|agreement)-/.test(subject) ? 'whole' : 'none';
};

/**
 * What a court reads of what others recorded: its referral, that and how long it was mediated and with what result, the agreement once it
 * binds, the facts that all parties signed, addresses for service and the confirmation. Concessions never leave the mediation
 * (特邀调解规定 art. 22, 在线调解规则 art. 18). Whatever is not named here it does not read.
 */
export const COURT_READS: ReadingRules = {
  DisputeRegistered: (_, reading) => (holdsOrReferred(reading) ? 'whole' : 'parties'),
  PartyConsented: ({ to }, reading) => whenConcerned(to, reading, 'whole'),
  PartyRefused: ({ to }, reading) => whenConcerned(to, reading, 'bare'),
  DisputeAccepted: 'whole',
  DisputeNotAccepted: 'whole',
  MediatorAppointed: 'whole',
  MediatorRecused: 'whole',
  MediationSuspended: 'whole',
  MediationResumed: 'whole',
  MediationFailed: 'whole',
  MediationTerminated: 'whole',
  RoutesTold: 'whole',
  DisputeWithdrawn: 'whole',
  DisputeClosed: 'whole',
  DisputeReopened: 'whole',
  DisputeTakenUpFormally: 'whole',
  CustodyMoved: 'whole',
  AgreementReached: whenInEffect,
  AgreementSignedByParty: whenInEffect,
  AgreementSignedByMediator: whenInEffect,
  AgreementSealed: whenInEffect,
  AgreementTookEffect: 'whole',
  ObligationPerformed: 'whole',
  AgreementPerformed: 'whole',
  AgreementBreached: 'bare',
  HandoffOffered: whenOwnHandoff,
  HandoffAcknowledged: whenOwnHandoff,
  HandoffAccepted: whenOwnHandoff,
  HandoffReturned: whenOwnHandoff,
  HandoffWithdrawn: whenOwnHandoff,
  HandoffLapsed: whenOwnHandoff,
  TimeLimitExtended: whenOwnClock,
  TimeLimitExpired: whenOwnClock,
  CourtReferralMade: ({ court }, reading) => (isOwn(reading, court) ? 'whole' : 'none'),
  PapersSignedFor: 'whole',
  UndisputedFactsRecorded: whenSignedByAll,
  UndisputedFactsConfirmed: whenSignedByAll,
  ServiceAddressConfirmed: 'whole',
  DisputeReturnedToCourt: 'whole',
  ShamMediationReported: ({ reportedTo }, reading) => (isOwn(reading, reportedTo) ? 'whole' : 'none'),
  ConfirmationOffered: 'whole',
  ConfirmationFiled: 'whole',
  ConfirmationAccepted: 'whole',
  ConfirmationDecided: 'whole',
  RemedyPursued: 'whole',
  // What is said, felt, tried or feared in mediation, and everybody else's business.
  AgreementSuperseded: 'none',
  DisputeAssessed: 'none',
  DisputeClassified: 'none',
  DisputeLinked: 'none',
  DisputeSupervised: 'none',
  DisputeTriaged: 'none',
  EmergencyConcluded: 'none',
  EmergencyRaised: 'none',
  EscalationAverted: 'none',
  EscalationRiskRaised: 'none',
  FollowUpVisited: 'none',
  InterestDisclosed: 'none',
  ResponseArrived: 'none',
  ResponseDispatched: 'none',
  RightsNotified: 'none',
  SessionHeld: 'none',
  SessionRecordedInFull: 'none',
  MattersNoted: 'none',
  MilestoneReached: 'none',
  NoPenaltyAppliedFor: 'none',
  PerformanceCertified: 'none',
  PoliceCaseAccepted: 'none',
  PoliceCaseDecided: 'none',
  PoliceReportMade: 'none',
  LegalAidApplied: 'none',
  LegalAidAssigned: 'none',
  LegalAidDecided: 'none',
  LegalAidEnded: 'none',
  LimitationProofIssued: 'none',
  DossierOpened: 'none',
  MaterialFiled: 'none',
  MaterialSigned: 'none',
  DisputeArchived: 'none',
};

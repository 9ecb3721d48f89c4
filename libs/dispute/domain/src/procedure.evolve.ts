import { dateInShanghai, type Instant, type PlainDate } from '@mediation/kernel';
import type { DisputeEventType } from './dispute.events';
import { isClaimPut } from './claim';
import type { DisputeFile, KnownDispute, Proceeding } from './dispute.state';
import { including, withFile, without, type Evolution } from './evolution';
import { isHealthAuthority } from './situation';
import type { Confirmation, LegalAid, PoliceCase, ProcedureFile } from './procedure.state';

const withProceeding = (dispute: KnownDispute, change: Partial<Proceeding>): KnownDispute =>
  dispute.phase === 'in-mediation' ? { ...dispute, proceeding: { ...dispute.proceeding, ...change } } : dispute;

const withConfirmation = (d: KnownDispute, next: Confirmation): KnownDispute =>
  withFile(d, {
    confirmations: [...d.file.confirmations.filter((each) => each.agreement !== next.agreement), next],
  });

const withPoliceCase = (d: KnownDispute, change: Partial<PoliceCase>): KnownDispute =>
  withFile(d, { policeCase: d.file.policeCase && { ...d.file.policeCase, ...change } });

/** Midnight stands for the hour that is not known. */
const startOf = (on: PlainDate): Instant => `${on}T00:00:00+08:00`;

/** What is told later may show that a party had come before; or that one came at all, where nobody had brought the dispute here. */
const firstRequest = (file: DisputeFile, on: PlainDate): Instant =>
  !isClaimPut(file) || on < dateInShanghai(file.firstRequestedAt) ? startOf(on) : file.firstRequestedAt;

const withAid = (d: KnownDispute, n: number, status: LegalAid['status']): KnownDispute =>
  withFile(d, { legalAid: d.file.legalAid.map((each) => (each.n === n ? { ...each, status } : each)) });

const undisputedFactsSigned = ({ undisputedFacts }: ProcedureFile, record: number, party: string) =>
  undisputedFacts.map((each) => (each.n === record ? { ...each, signedBy: including(each.signedBy, party) } : each));

export const procedureEvolution = {
  MattersNoted: (d, { matters }) => withFile(d, { matters }),
  MilestoneReached: (d, { milestone, reachedOn }) =>
    withFile(d, {
      // The newest last: of two that undo each other, such as the health authority's taking it up and ending it, that one stands.
      milestones: [...without(d.file.milestones, milestone), milestone],
      takenUpBy:
        milestone === 'health-concluded'
          ? d.file.takenUpBy.filter((body) => !isHealthAuthority(body))
          : d.file.takenUpBy,
      firstRequestedAt: milestone === 'first-requested' ? firstRequest(d.file, reachedOn) : d.file.firstRequestedAt,
    }),
  TimeLimitExtended: (d) => d,
  TimeLimitExpired: (d) => d,
  CourtReferralMade: (d, { court, mode, procedure }) =>
    withFile(d, { courtReferral: { court, mode, procedure, returned: false, result: undefined } }),
  PapersSignedFor: (d) => withProceeding(d, { papersSignedFor: true }),
  UndisputedFactsRecorded: (d, { record }) =>
    withFile(d, { undisputedFacts: [...d.file.undisputedFacts, { n: record, signedBy: [] }] }),
  UndisputedFactsConfirmed: (d, { record, party }) =>
    withFile(d, { undisputedFacts: undisputedFactsSigned(d.file, record, party) }),
  ServiceAddressConfirmed: (d, { party }) =>
    withFile(d, { serviceAddresses: including(d.file.serviceAddresses, party) }),
  DisputeReturnedToCourt: (d, { result }) =>
    withFile(d, { courtReferral: d.file.courtReferral && { ...d.file.courtReferral, returned: true, result } }),
  ShamMediationReported: (d) => withFile(d, { shamReported: true }),
  ConfirmationOffered: (d, { agreement, court }) => withConfirmation(d, { agreement, court, status: 'offered' }),
  ConfirmationFiled: (d, { agreement, court }) => withConfirmation(d, { agreement, court, status: 'filed' }),
  ConfirmationAccepted: (d, { agreement, court }) => withConfirmation(d, { agreement, court, status: 'accepted' }),
  ConfirmationDecided: (d, { agreement, court, decision }) =>
    withConfirmation(d, { agreement, court, status: decision }),
  RemedyPursued: (d, { agreement, way }) => withFile(d, { remedies: [...d.file.remedies, { agreement, way }] }),
  PoliceCaseAccepted: (d, { body }) =>
    withFile(d, { policeCase: { body, noPenaltyFor: undefined, decision: undefined } }),
  NoPenaltyAppliedFor: (d, { agreement }) => withPoliceCase(d, { noPenaltyFor: agreement }),
  PoliceCaseDecided: (d, { decision }) => withPoliceCase(d, { decision }),
  PerformanceCertified: (d, { agreement }) =>
    withFile(d, { certifiedPerformances: [...new Set([...d.file.certifiedPerformances, agreement])] }),
  SessionRecordedInFull: (d) => d,
  PoliceReportMade: (d, { duty, victim, reportedTo }) =>
    withFile(d, { policeReports: [...d.file.policeReports, { duty, victim, to: reportedTo }] }),
  LegalAidApplied: (d, { aid, party, center, limitationEndsOn }) =>
    withFile(d, { legalAid: [...d.file.legalAid, { n: aid, party, center, limitationEndsOn, status: 'applied' }] }),
  LegalAidDecided: (d, { aid, decision }) => withAid(d, aid, decision),
  LegalAidAssigned: (d, { aid }) => withAid(d, aid, 'assigned'),
  LegalAidEnded: (d, { aid, reason }) => withAid(d, aid, reason),
  LimitationProofIssued: (d, { proof }) => withFile(d, { limitationProofs: proof }),
  DossierOpened: (d, { number, body }) => withFile(d, { dossier: { number, body, archivedOn: undefined } }),
  MaterialFiled: (d, { material, party, sheets }) =>
    withFile(d, { materials: [...d.file.materials, { material, party, sheets }] }),
  MaterialSigned: (d, { signedOn: _, ...signature }) =>
    withFile(d, { materialSignatures: [...d.file.materialSignatures, signature] }),
  DisputeArchived: (d, { archivedOn }) => withFile(d, { dossier: d.file.dossier && { ...d.file.dossier, archivedOn } }),
} satisfies Partial<Evolution<DisputeEventType>>;

import type { AuthorityRefusal } from '../authority.refusals';
import {
  aidApplied,
  aidDecided,
  noPenaltyAppliedFor,
  policeCase,
  policeDecided,
  toldPolice,
} from './authority.histories';
import { COURT, DISTRICT_CENTER, LEGAL_AID, POLICE } from './bodies';
import { given, type Sent, type Witness } from './given';
import { event, fulfilled, inMediation, registered } from './histories';

const milestone = (of: 'petition-received' | 'petition-routed', on?: string): Sent => ({
  type: 'RecordMilestone',
  data: { milestone: of, on },
});
const acceptCase: Sent = { type: 'AcceptPoliceCase', data: {} };
const decideCase: Sent = { type: 'DecidePoliceCase', data: { decision: 'closed' } };
const applyForNoPenalty: Sent = { type: 'ApplyForNoPenalty', data: { agreement: 1, inWriting: true } };
const certify: Sent = { type: 'IssuePerformanceCertificate', data: { agreement: 1 } };
const prove: Sent = { type: 'IssueLimitationProof', data: { party: 'p1', claim: '要求赔偿' } };
const applyForAid = (center?: string): Sent => ({ type: 'ApplyForLegalAid', data: { party: 'p1', center } });
const grant = (exemption?: string): Sent => ({
  type: 'DecideLegalAid',
  data: { aid: 1, decision: 'granted', exemption },
});
const reportTo = (body: string): Sent => ({ type: 'ReportToPolice', data: { duty: 'crime-risk', reportedTo: body } });

/** One way to each refusal. */
export const AUTHORITY_WITNESSES: { readonly [R in AuthorityRefusal]: Witness } = {
  'date-in-the-future': () => given(registered()).when(milestone('petition-received', '2025-03-11')),
  'not-the-body-of-this-step': () => given(registered()).by(DISTRICT_CENTER).when(milestone('petition-received')),
  'milestone-out-of-order': () => given(registered()).when(milestone('petition-routed')),
  'not-a-police-body': () => given(registered()).when(reportTo(COURT)),
  'only-police': () => given(registered()).when(acceptCase),
  'police-case-running': () => given(registered(), toldPolice(), policeCase()).by(POLICE).when(acceptCase),
  'no-police-case': () => given(...fulfilled).when(applyForNoPenalty),
  'police-case-decided': () =>
    given(registered(), toldPolice(), policeCase(), policeDecided()).by(POLICE).when(decideCase),
  'not-the-police-of-the-case': () => given(registered(), policeCase()).when(decideCase),
  'no-penalty-applied-for': () => given(...fulfilled, policeCase(), noPenaltyAppliedFor()).when(applyForNoPenalty),
  'not-the-mediating-body': () =>
    given(...fulfilled)
      .by(DISTRICT_CENTER)
      .when(certify),
  'performance-certified': () =>
    given(
      ...fulfilled,
      event('PerformanceCertified', { agreement: 1, body: '370402102001-committee', certifiedOn: '2025-03-09' }),
    ).when(certify),
  'never-had-it': () => given(registered()).by(DISTRICT_CENTER).when(prove),
  'no-claim-put': () => given(registered({ source: 'screening' })).when(prove),
  'not-a-legal-aid-center': () => given(registered()).when(applyForAid(COURT)),
  'not-the-legal-aid-center': () => given(registered(), aidApplied()).when(grant()),
  'aid-running': () => given(registered(), aidApplied()).when(applyForAid()),
  'aid-unknown': () => given(...inMediation).when(grant()),
  'aid-decided': () => given(registered(), aidApplied(), aidDecided()).by(LEGAL_AID).when(grant()),
  'aid-not-granted': () =>
    given(registered(), aidApplied())
      .by(LEGAL_AID)
      .when({ type: 'AssignLegalAid', data: { aid: 1 } }),
  'exemption-not-listed': () => given(registered(), aidApplied()).by(LEGAL_AID).when(grant('anything')),
};

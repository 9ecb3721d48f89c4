import { ABOVE_VILLAGE } from '@mediation/aggregate-api';
import { CASE_WORKERS, route, type DisputeRoute } from './route';

const POLICE_ONLY = { tiers: ABOVE_VILLAGE, roles: ['police-officer'] } as const;
/** Whoever works at a legal aid centre signs in as an officer of an agency; that it is the centre is the domain's business. */
const AID_CENTER = { tiers: ABOVE_VILLAGE, roles: ['agency-officer', 'center-officer'] } as const;

/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_ROUTES: readonly DisputeRoute[] = [
  route('NoteMatters', '/disputes/:id/matters', ['认定所涉法律事项', 'Note what the law says the dispute is about'], {
    roles: [...CASE_WORKERS, 'district-supervisor'],
  }),
  route('RecordMilestone', '/disputes/:id/milestones', [
    '记录调解之外的法定节点',
    'Record a step outside mediation that the law counts from',
  ]),
  route('AcceptPoliceCase', '/disputes/:id/police-case', ['公安受案', 'Open a public-order case'], POLICE_ONLY),
  route('ApplyForNoPenalty', '/disputes/:id/police-case/no-penalty-applications', [
    '申请不予处罚',
    'Record an application for no penalty',
  ]),
  route('DecidePoliceCase', '/disputes/:id/police-case/decision', ['公安决定', 'Record the decision'], POLICE_ONLY),
  route('IssuePerformanceCertificate', '/disputes/:id/agreements/:agreement/performance-certificate', [
    '出具协议履行情况证明',
    'Certify that the agreement is performed',
  ]),
  route('ReportToPolice', '/disputes/:id/police-reports', ['报告公安机关', 'Report to the police']),
  route('ApplyForLegalAid', '/disputes/:id/legal-aid', ['申请法律援助', 'Apply for legal aid']),
  route('DecideLegalAid', '/disputes/:id/legal-aid/:aid/decision', ['决定法律援助', 'Decide on legal aid'], AID_CENTER),
  route('AssignLegalAid', '/disputes/:id/legal-aid/:aid/assignment', ['指派承办人', 'Assign legal aid'], AID_CENTER),
  route('EndLegalAid', '/disputes/:id/legal-aid/:aid/end', ['法律援助办结或终止', 'End legal aid'], AID_CENTER),
  route('IssueLimitationProof', '/disputes/:id/limitation-proofs', [
    '出具诉讼时效中断证明',
    'Issue a proof that limitation was interrupted',
  ]),
];

import { LEGAL_AID, POLICE } from './bodies';

/** A full sample of each use case's data. */
export const AUTHORITY_SAMPLES = {
  NoteMatters: { matters: ['property-title'] },
  RecordMilestone: { milestone: 'petition-received', on: '2025-03-01' },
  AcceptPoliceCase: { caseNumber: '治安1号' },
  ApplyForNoPenalty: { agreement: 1, applicants: ['p1'], inWriting: true },
  DecidePoliceCase: { decision: 'no-penalty' },
  IssuePerformanceCertificate: { agreement: 1 },
  ReportToPolice: { duty: 'domestic-violence', victim: 'p1', reportedTo: POLICE },
  ApplyForLegalAid: { party: 'p1', center: LEGAL_AID, limitationEndsOn: '2025-03-15' },
  DecideLegalAid: { aid: 1, decision: 'provisional', exemption: 'migrant-wages', preservation: true },
  AssignLegalAid: { aid: 1 },
  EndLegalAid: { aid: 1, reason: 'completed' },
  IssueLimitationProof: { party: 'p1', claim: '要求赔偿' },
} as const;

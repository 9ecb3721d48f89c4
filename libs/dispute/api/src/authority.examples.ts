/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_EXAMPLES = {
  NoteMatters: { matters: ['property-title'] },
  RecordMilestone: { milestone: 'traffic-liability-served', on: '2025-03-01' },
  AcceptPoliceCase: { caseNumber: '示例公（治）受案〔2026〕1号' },
  ApplyForNoPenalty: { agreement: 1, inWriting: true },
  DecidePoliceCase: { decision: 'no-penalty' },
  IssuePerformanceCertificate: {},
  ReportToPolice: { duty: 'domestic-violence', victim: 'p1', reportedTo: '370402102-police' },
  ApplyForLegalAid: { party: 'p1', limitationEndsOn: '2026-03-05' },
  DecideLegalAid: { decision: 'provisional' },
  AssignLegalAid: {},
  EndLegalAid: { reason: 'completed' },
  IssueLimitationProof: { party: 'p1', claim: '请求支付货款三千元。（示例）' },
};

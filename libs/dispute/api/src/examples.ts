import { AUTHORITY_EXAMPLES } from './authority.examples';
import { COURT_EXAMPLES } from './court.examples';
import { DOSSIER_EXAMPLES } from './dossier.examples';
import { TIME_LIMIT_EXAMPLES } from './time-limit.examples';
import type { DisputeUseCaseName } from '@mediation/dispute/domain';

const ROUTES = ['arbitration', 'administrative', 'litigation'];

/** One request body a use case, with made-up people; the OpenAPI page shows them and a test sends each through its schema. */
export const EXAMPLES: Readonly<Record<DisputeUseCaseName, object>> = {
  RegisterDispute: {
    source: 'application',
    disputeType: 'neighbourhood',
    facts: '双方因宅基地滴水发生争执。（示例）',
    headcount: 2,
    amountFen: 300000,
    parties: [
      { role: 'applicant', name: '示例甲', phone: '13800000001' },
      { role: 'respondent', name: '示例乙' },
    ],
  },
  ReferDispute: {
    kind: 'court-link',
    to: '370402102-committee',
    reason: 'pre-trial',
    source: 'court',
    disputeType: 'contract',
    facts: '买卖合同货款纠纷，庭前委派调解。（示例）',
    parties: [
      { role: 'applicant', name: '示例甲' },
      { role: 'respondent', kind: 'legal-person', name: '示例商贸有限公司' },
    ],
  },
  RecordConsent: { party: 'p1', consents: true },
  TriageDispute: { channel: 'peoples' },
  AcceptDispute: {},
  DeclineDispute: { reason: 'reserved-to-special-organ', routes: ROUTES },
  AppointMediator: { mediator: '370402102-m1', how: 'chosen-by-parties' },
  RecuseMediator: { ground: 'interest' },
  DiscloseInterest: { statement: '与申请人曾为同事。（示例）' },
  NotifyRights: {},
  HoldSession: { record: '双方陈述，争议焦点为滴水方位。（示例）' },
  SuspendMediation: { reason: 'appraisal' },
  ResumeMediation: {},
  FailMediation: { reason: 'no-agreement', routes: ROUTES },
  TerminateMediation: { reason: 'uncontactable', routes: ROUTES },
  TellRoutes: { routes: ROUTES },
  WithdrawDispute: { party: 'p1' },
  ReachAgreement: {
    form: 'written',
    terms: '乙方于约定日期前支付三千元，双方互不追究。（示例）',
    obligations: [{ debtor: 'p2', amountFen: 300000, dueOn: '2025-07-01' }],
  },
  SignAgreement: { party: 'p1' },
  SealAgreement: {},
  RecordPerformance: { agreement: 1, obligation: 1, amountFen: 300000 },
  RecordBreach: { agreement: 1, obligation: 1 },
  FollowUpDispute: { satisfaction: 'satisfied' },
  CloseDispute: {},
  ReopenDispute: { reason: 'breach', agreement: 1 },
  AssessDispute: { riskGrade: 'yellow', difficulty: 'general', headcount: 6 },
  ClassifyDispute: { category: 'adjoining-property' },
  RaiseEscalationRisk: { risk: 'civil-to-criminal', people: 2, reportedTo: '370402102-police' },
  AvertEscalation: { people: 2 },
  RaiseEmergency: { people: 30 },
  DispatchResponse: { unit: '370402102-squad' },
  RecordArrival: {},
  ConcludeEmergency: { people: 30 },
  SuperviseDispute: { reason: 'overdue' },
  LinkDispute: { to: '0195c3a0-0000-7000-8000-000000000001', relation: 'duplicate' },
  OfferHandoff: { kind: 'escalation', to: '370402102-committee', reason: 'beyond-capacity', consents: ['p1', 'p2'] },
  AcknowledgeHandoff: {},
  AcceptHandoff: {},
  ReturnHandoff: { reason: 'not-competent' },
  WithdrawHandoff: {},
  LapseHandoff: {},
  IssueDirective: { to: '370402102-judicial-office', reason: 'beyond-capacity' },
  TakeUpFormally: { body: '370402-court' },
  ...TIME_LIMIT_EXAMPLES,
  ...COURT_EXAMPLES,
  ...AUTHORITY_EXAMPLES,
  ...DOSSIER_EXAMPLES,
};

import { ABOVE_VILLAGE } from '@mediation/aggregate-api';
import { AUTHORITY_ROUTES } from './authority.routes';
import { COURT_ROUTES } from './court.routes';
import { DOSSIER_ROUTES } from './dossier.routes';
import { CASE_WORKERS, OVERSEERS, PARTNERS, REPORTERS, route, type DisputeRoute } from './route';
import { TIME_LIMIT_ROUTES } from './time-limit.routes';

export type { DisputeRoute } from './route';

/** The whole write side: one row adds a use case to the tiers and roles it names. */
export const DISPUTE_ROUTES: readonly DisputeRoute[] = [
  route('RegisterDispute', '/disputes', ['登记纠纷', 'Register a dispute'], {
    roles: [...REPORTERS, 'system'],
    creates: true,
  }),
  route('ReferDispute', '/referrals', ['委派、委托或移送一件纠纷', 'File a referral'], {
    roles: [...PARTNERS, 'system'],
    tiers: ABOVE_VILLAGE,
    creates: true,
  }),
  route('RecordConsent', '/disputes/:id/consents', ['记录同意或拒绝', 'Record a consent or a refusal']),
  route('TriageDispute', '/disputes/:id/triage', ['分流', 'Triage to a channel']),
  route('AcceptDispute', '/disputes/:id/acceptance', ['受理', 'Accept for mediation']),
  route('DeclineDispute', '/disputes/:id/non-acceptance', ['不予受理', 'Do not accept']),
  route('AppointMediator', '/disputes/:id/mediators', ['指派或选定调解员', 'Assign or choose a mediator']),
  route('RecuseMediator', '/disputes/:id/mediators/:mediator/recusal', ['回避', 'Recuse a mediator']),
  route('DiscloseInterest', '/disputes/:id/mediators/:mediator/disclosure', ['披露', 'Disclose an interest']),
  route('NotifyRights', '/disputes/:id/rights-notice', ['告知权利义务', 'Notify the parties of their rights']),
  route('HoldSession', '/disputes/:id/sessions', ['记录一次调解', 'Record a session']),
  route('SuspendMediation', '/disputes/:id/suspension', ['中止', 'Suspend']),
  route('ResumeMediation', '/disputes/:id/resumption', ['恢复', 'Resume']),
  route('FailMediation', '/disputes/:id/failure', ['调解不成', 'Record that mediation failed']),
  route('TerminateMediation', '/disputes/:id/termination', ['终止调解', 'Terminate mediation']),
  route('TellRoutes', '/disputes/:id/routes', ['告知其他救济途径', 'Tell the parties the other routes']),
  route('WithdrawDispute', '/disputes/:id/withdrawal', ['申请人撤回', 'Record a withdrawal']),
  route('ReachAgreement', '/disputes/:id/agreements', ['达成协议', 'Record an agreement']),
  route('SignAgreement', '/disputes/:id/agreements/:agreement/signatures', ['签字', 'Record a signature']),
  route('SealAgreement', '/disputes/:id/agreements/:agreement/seal', ['盖章', 'Record the seal']),
  route('RecordPerformance', '/disputes/:id/performance', ['记录履行', 'Record performance']),
  route('RecordBreach', '/disputes/:id/breaches', ['记录不履行', 'Record a breach']),
  route('FollowUpDispute', '/disputes/:id/follow-ups', ['回访', 'Record a follow-up visit']),
  route('CloseDispute', '/disputes/:id/closure', ['结案', 'Close']),
  route('ReopenDispute', '/disputes/:id/reopening', ['重新受理', 'Reopen']),
  route(
    'AssessDispute',
    '/disputes/:id/assessment',
    ['评定风险、难易与人数', 'Assess risk, difficulty and headcount'],
    {
      roles: [...CASE_WORKERS, 'district-supervisor'],
    },
  ),
  route('ClassifyDispute', '/disputes/:id/classification', ['细分或改分类型', 'Classify or reclassify'], {
    roles: [...CASE_WORKERS, 'district-supervisor'],
  }),
  route('RaiseEscalationRisk', '/disputes/:id/risks', ['报告激化苗头', 'Raise a risk of escalation']),
  route('AvertEscalation', '/disputes/:id/risks/:risk/aversion', ['激化已避免', 'Record that the risk was averted']),
  route('RaiseEmergency', '/disputes/:id/emergency', ['报告突发群体性事件', 'Raise an emergency']),
  route('DispatchResponse', '/disputes/:id/emergency/dispatches', ['出动处置力量', 'Dispatch a response unit'], {
    tiers: ABOVE_VILLAGE,
    roles: OVERSEERS,
  }),
  route('RecordArrival', '/disputes/:id/emergency/arrival', ['到达现场', 'Record arrival'], { tiers: ABOVE_VILLAGE }),
  route('ConcludeEmergency', '/disputes/:id/emergency/conclusion', ['处置完毕', 'Conclude an emergency'], {
    tiers: ABOVE_VILLAGE,
  }),
  route('OfferHandoff', '/disputes/:id/handoffs', ['上报、移交、对接', 'Offer a handoff']),
  route('AcknowledgeHandoff', '/disputes/:id/handoffs/:handoff/acknowledgement', ['签收', 'Acknowledge a handoff']),
  route('AcceptHandoff', '/disputes/:id/handoffs/:handoff/acceptance', ['接收', 'Accept a handoff']),
  route('ReturnHandoff', '/disputes/:id/handoffs/:handoff/return', ['退回', 'Return a handoff']),
  route('WithdrawHandoff', '/disputes/:id/handoffs/:handoff/withdrawal', ['撤回移交', 'Withdraw a handoff'], {
    roles: [...CASE_WORKERS, 'district-supervisor'],
  }),
  route('LapseHandoff', '/disputes/:id/handoffs/:handoff/lapse', ['逾期失效', 'Record that a handoff lapsed'], {
    roles: ['system'],
  }),
  route('IssueDirective', '/disputes/:id/directives', ['交办', 'Issue a directive'], {
    tiers: ABOVE_VILLAGE,
    roles: OVERSEERS,
  }),
  route('SuperviseDispute', '/disputes/:id/supervisions', ['督办', 'Supervise'], {
    tiers: ABOVE_VILLAGE,
    roles: OVERSEERS,
  }),
  route('LinkDispute', '/disputes/:id/links', [
    '并案、关联或认定并非同一纠纷',
    'Link to another dispute, or tell them apart',
  ]),
  route('TakeUpFormally', '/disputes/:id/formal-acceptance', [
    '法院立案或机关受理',
    'A court or agency has taken it up',
  ]),
  ...TIME_LIMIT_ROUTES,
  ...COURT_ROUTES,
  ...AUTHORITY_ROUTES,
  ...DOSSIER_ROUTES,
];

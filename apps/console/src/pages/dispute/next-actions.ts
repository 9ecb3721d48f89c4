/** Which actions do what is to be done next. It orders what the service offers, and allows nothing. */
const BY_TASK: Readonly<Record<string, readonly string[]>> = {
  'handle-emergency': ['DispatchResponse', 'RecordArrival', 'ConcludeEmergency'],
  'answer-handoff': ['AcknowledgeHandoff', 'AcceptHandoff', 'ReturnHandoff'],
  'await-handoff': ['AcknowledgeHandoff', 'AcceptHandoff', 'ReturnHandoff', 'WithdrawHandoff'],
  'hand-on': ['IssueDirective'],
  'accept-or-decline': ['AcceptDispute', 'DeclineDispute'],
  'resume-mediation': ['ResumeMediation'],
  'appoint-mediator': ['AppointMediator'],
  'notify-rights': ['NotifyRights'],
  'hold-session': ['HoldSession'],
  'reach-agreement': ['ReachAgreement', 'HoldSession', 'FailMediation'],
  'collect-signatures': ['SignAgreement'],
  'seal-agreement': ['SealAgreement'],
  'watch-performance': ['RecordPerformance', 'RecordBreach'],
  'handle-breach': ['PursueRemedy', 'ReopenDispute'],
  'follow-up': ['FollowUpDispute'],
  'tell-routes': ['TellRoutes'],
  close: ['CloseDispute'],
};
const AT_ANY_TIME = ['RecordConsent', 'OfferHandoff'];

export const isFirst = (useCase: string, task: string | undefined): boolean =>
  (BY_TASK[task ?? ''] ?? []).includes(useCase) || AT_ANY_TIME.includes(useCase);

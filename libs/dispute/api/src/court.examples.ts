/** Of courts: referral, judicial confirmation. */
export const COURT_EXAMPLES = {
  SignForPapers: { mediator: '370402102-m1' },
  RecordUndisputedFacts: { facts: '双方签有买卖合同，货已交付。（示例）', consents: ['p1', 'p2'] },
  ConfirmUndisputedFacts: { party: 'p1' },
  ConfirmServiceAddress: { party: 'p1', address: '示例路1号。（示例）' },
  ReturnToCourt: { result: 'settled' },
  ReportShamMediation: { reportedTo: '370402-court', grounds: '双方对虚构的借款过分一致。（示例）' },
  OfferConfirmation: { court: '370402-court' },
  FileConfirmation: { court: '370402-court', manner: 'written' },
  AcceptConfirmation: { caseNumber: '（2026）鲁0402调确1号' },
  DecideConfirmation: { decision: 'confirmed' },
  PursueRemedy: { way: 'enforcement' },
};

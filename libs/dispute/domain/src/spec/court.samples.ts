import { COURT } from './bodies';

/** A full sample of each use case's data. */
export const COURT_SAMPLES = {
  SignForPapers: { mediator: 'm1' },
  RecordUndisputedFacts: { facts: '货已交付', consents: ['p1', 'p2'] },
  ConfirmUndisputedFacts: { record: 1, party: 'p1' },
  ConfirmServiceAddress: { party: 'p1', address: '某路1号' },
  ReturnToCourt: { result: 'settled' },
  ReportShamMediation: { reportedTo: COURT, grounds: '双方过分一致' },
  OfferConfirmation: { agreement: 1, court: COURT, basis: 'domicile' },
  FileConfirmation: { agreement: 1, court: COURT, applicants: ['p1', 'p2'], manner: 'written' },
  AcceptConfirmation: { agreement: 1, caseNumber: '调确1号' },
  DecideConfirmation: { agreement: 1, decision: 'confirmed', caseNumber: '调确1号' },
  PursueRemedy: { agreement: 1, way: 'enforcement' },
} as const;

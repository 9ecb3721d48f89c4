import { route, type DisputeRoute } from './route';

const CONFIRMATION = '/disputes/:id/agreements/:agreement/confirmation';

/** Of courts: referral, judicial confirmation. */
export const COURT_ROUTES: readonly DisputeRoute[] = [
  route('SignForPapers', '/disputes/:id/papers', ['签收法院移交的材料', 'Sign for the court’s papers']),
  route('RecordUndisputedFacts', '/disputes/:id/undisputed-facts', ['记载无争议事实', 'Record undisputed facts']),
  route('ConfirmUndisputedFacts', '/disputes/:id/undisputed-facts/:record/signatures', [
    '当事人签字确认无争议事实',
    'Record a party’s signature to undisputed facts',
  ]),
  route('ConfirmServiceAddress', '/disputes/:id/service-addresses', ['确认送达地址', 'Confirm an address for service']),
  route('ReturnToCourt', '/disputes/:id/return-to-court', ['向法院报告或退回', 'Report to the court or return to it']),
  route('ReportShamMediation', '/disputes/:id/sham-reports', ['报告虚假调解', 'Report a suspected sham']),
  route('OfferConfirmation', `${CONFIRMATION}-offers`, ['引导申请司法确认', 'Offer judicial confirmation']),
  route('FileConfirmation', CONFIRMATION, ['共同申请司法确认', 'Record the joint application for confirmation']),
  route('AcceptConfirmation', `${CONFIRMATION}/acceptance`, ['法院受理司法确认', 'The court takes the application']),
  route('DecideConfirmation', `${CONFIRMATION}/decision`, ['法院裁定', 'The court’s decision on confirmation']),
  route('PursueRemedy', '/disputes/:id/agreements/:agreement/remedies', [
    '申请执行、支付令或另行救济',
    'Record enforcement, a payment order or another remedy',
  ]),
];

import { confirmServiceAddress } from './use-cases/confirm-service-address';
import { acceptConfirmation, decideConfirmation } from './use-cases/decide-confirmation';
import { fileConfirmation } from './use-cases/file-confirmation';
import { offerConfirmation } from './use-cases/offer-confirmation';
import { pursueRemedy } from './use-cases/pursue-remedy';
import { confirmUndisputedFacts, recordUndisputedFacts } from './use-cases/record-undisputed-facts';
import { reportShamMediation } from './use-cases/report-sham-mediation';
import { returnDisputeToCourt } from './use-cases/return-to-court';
import { signForPapers } from './use-cases/sign-for-papers';

/** Of courts: referral, judicial confirmation. */
export const COURT_USE_CASES = {
  signForPapers,
  recordUndisputedFacts,
  confirmUndisputedFacts,
  confirmServiceAddress,
  returnDisputeToCourt,
  reportShamMediation,
  offerConfirmation,
  fileConfirmation,
  acceptConfirmation,
  decideConfirmation,
  pursueRemedy,
};

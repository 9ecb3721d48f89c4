import { acceptPoliceCase } from './use-cases/accept-police-case';
import { applyForLegalAid } from './use-cases/apply-for-legal-aid';
import { applyForNoPenalty } from './use-cases/apply-for-no-penalty';
import { assignLegalAid, endLegalAid } from './use-cases/assign-legal-aid';
import { decideLegalAid } from './use-cases/decide-legal-aid';
import { decidePoliceCase } from './use-cases/decide-police-case';
import { issueLimitationProof } from './use-cases/issue-limitation-proof';
import { issuePerformanceCertificate } from './use-cases/issue-performance-certificate';
import { noteMatters } from './use-cases/note-matters';
import { recordMilestone } from './use-cases/record-milestone';
import { reportToPolice } from './use-cases/report-to-police';

/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_USE_CASES = {
  noteMatters,
  recordMilestone,
  acceptPoliceCase,
  applyForNoPenalty,
  decidePoliceCase,
  issuePerformanceCertificate,
  reportToPolice,
  applyForLegalAid,
  decideLegalAid,
  assignLegalAid,
  endLegalAid,
  issueLimitationProof,
};

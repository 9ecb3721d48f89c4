import { type DocumentId } from '@mediation/documents';
import { agreement, confirmationPapers, oralAgreement } from './agreement';
import { courtReferral, courtReport } from './court';
import { backCover, closingReport, cover, fileNote, index } from './file';
import { appraisalNote, evidence, investigationRecord } from './inquiry';
import { acceptanceRegister, application, authorisation, identityPapers, rightsNotice } from './intake';
import { limitationProof, returnLetter, terminationNotice, transferLetter } from './letters';
import { serviceAddress, sessionRecord, undisputedFacts } from './mediation';
import { followUpRecord, performanceCertificate, performanceProof } from './performance';

/** How each template looked first. From then on people edit the .docx, and this is only for one that was lost. */
export const FIRST_TEMPLATES: Readonly<Record<DocumentId, () => Promise<Buffer>>> = {
  cover,
  index,
  application,
  'acceptance-register': acceptanceRegister,
  'court-referral': courtReferral,
  'transfer-letter': transferLetter,
  'return-letter': returnLetter,
  'rights-notice': rightsNotice,
  'identity-papers': identityPapers,
  'service-address': serviceAddress,
  authorisation,
  'investigation-record': investigationRecord,
  evidence,
  'appraisal-note': appraisalNote,
  'session-record': sessionRecord,
  'undisputed-facts': undisputedFacts,
  agreement,
  'oral-agreement': oralAgreement,
  'termination-notice': terminationNotice,
  'court-report': courtReport,
  'performance-proof': performanceProof,
  'performance-certificate': performanceCertificate,
  'follow-up-record': followUpRecord,
  'confirmation-papers': confirmationPapers,
  'file-note': fileNote,
  'closing-report': closingReport,
  'limitation-proof': limitationProof,
  'back-cover': backCover,
};

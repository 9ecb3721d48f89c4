import { type DocumentId } from '../documents';
import { type DossierData } from '../dossier-data';
import { agreement, confirmationPapers, oralAgreement } from './agreement';
import { courtReferral, courtReport } from './court';
import { type Fields } from './field';
import { backCover, closingReport, cover, fileNote, index } from './file';
import { appraisalNote, evidence, investigationRecord } from './inquiry';
import { acceptanceRegister, application, authorisation, identityPapers, rightsNotice } from './intake';
import { limitationProof, returnLetter, terminationNotice, transferLetter } from './letters';
import { serviceAddress, sessionRecord, undisputedFacts } from './mediation';
import { followUpRecord, performanceCertificate, performanceProof } from './performance';

/** What each document has besides the common fields; its template prints all of it. */
export const OWN_FIELDS: Readonly<Record<DocumentId, (data: DossierData) => Fields>> = {
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

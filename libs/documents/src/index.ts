export { checkTemplate, commonShape, ownShape, placeholders, type Shape } from './check-template';
export { documentText } from './document-text';
export { ITEMS_ZH } from './contents';
export { withoutTimes, zipOf, type ZipEntry } from './deterministic-zip';
export { DOCUMENT_IDS, DOCUMENTS, documentZh, type DocumentEntry, type DocumentId } from './documents';
export type { DossierData, DossierMaterial } from './dossier-data';
export type {
  Agreement,
  Appraisal,
  DossierObligation,
  EvidenceItem,
  FollowUp,
  Investigation,
  Performance,
  Session,
} from './dossier-mediation';
export type { DossierAgent, DossierParty, DossierPerson, IdentityPapers, Signature } from './dossier-people';
export type {
  Confirmation,
  CourtReferral,
  Failure,
  Letter,
  Limitation,
  PoliceCase,
  RouteName,
  ServiceAddress,
  UndisputedFacts,
} from './dossier-procedure';
export { exportDossier, type Attachment } from './export-dossier';
export { renderDocument } from './render-document';
export { fullDossier, minimalDossier } from './sample-dossier';
export { shippedTemplates, templateFile, templatesIn, type Templates } from './template-folder';
export { problemText, TemplateUnusable, type TemplateProblem } from './template-problem';
export { amountInDigits, amountInWords, amountZh } from './wording/amount';
export { dayZh } from './wording/day';
export { dossierNumber, type DossierNumber } from './wording/dossier-number';
export { maskedName } from './wording/masked-name';

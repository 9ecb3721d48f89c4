import { hasMediated, isFirewalled, kindOf, type KnownDispute } from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';
import type { DossierData } from './dossier-data';

type When = (data: DossierData) => boolean;
const always: When = () => true;
const isBound: When = ({ agreement }) => agreement?.effectiveOn !== undefined;
const hasAgreement =
  (form: 'written' | 'oral'): When =>
  ({ agreement }) =>
    agreement?.form === form;

/** When there is enough for a document to be printed; what is still unknown in it is written by hand. */
export const PRINTED_WHEN: Readonly<Record<string, When>> = {
  cover: always,
  index: always,
  application: ({ application }) => application !== undefined,
  'acceptance-register': always,
  'court-referral': ({ court }) => court !== undefined,
  'transfer-letter': ({ transfer }) => transfer !== undefined,
  'return-letter': ({ returned }) => returned !== undefined,
  'rights-notice': always,
  'identity-papers': always,
  'service-address': ({ court, serviceAddresses }) => court !== undefined || serviceAddresses.length > 0,
  authorisation: always,
  'investigation-record': always,
  evidence: always,
  'appraisal-note': ({ appraisals }) => appraisals.length > 0,
  'session-record': ({ sessions }) => sessions.length > 0,
  'undisputed-facts': ({ undisputedFacts }) => undisputedFacts !== undefined,
  agreement: hasAgreement('written'),
  'oral-agreement': hasAgreement('oral'),
  'termination-notice': ({ failure }) => failure !== undefined,
  'court-report': ({ court }) => court?.result !== undefined,
  'performance-proof': isBound,
  'performance-certificate': ({ police }) => police !== undefined,
  'follow-up-record': always,
  'confirmation-papers': isBound,
  'file-note': always,
  'closing-report': ({ closedOn }) => closedOn !== undefined,
  'limitation-proof': ({ limitation }) => limitation !== undefined,
  'back-cover': always,
};

/** What others than the committee are shown of its papers; of drafts and of what was said in sessions, nothing. */
const FOR_COURTS = [
  'court-referral',
  'transfer-letter',
  'return-letter',
  'service-address',
  'undisputed-facts',
  'agreement',
  'oral-agreement',
  'court-report',
  'confirmation-papers',
];
const FOR_POLICE = ['transfer-letter', 'return-letter', 'agreement', 'oral-agreement', 'performance-certificate'];
const INSIDE = ['session-record', 'investigation-record', 'undisputed-facts'];

/** Jointly confirmed by the parties, or in effect: until then it is a draft. */
const DRAFT_UNTIL: Readonly<Record<string, (data: DossierData) => boolean>> = {
  'undisputed-facts': ({ undisputedFacts, parties }) =>
    parties.every(({ id }) => undisputedFacts?.confirmedBy.some(({ party }) => party === id) === true),
  agreement: isBound,
  'oral-agreement': isBound,
};

const isShown = (id: string, reader: BodyCode): boolean => {
  if (!isFirewalled(reader)) return !INSIDE.includes(id);
  return (kindOf(reader) === 'police' ? FOR_POLICE : FOR_COURTS).includes(id);
};

/** Whether a reader’s body may have that document now. */
export const isAvailable = (id: string, data: DossierData, dispute: KnownDispute, reader: BodyCode): boolean => {
  if (PRINTED_WHEN[id]?.(data) !== true) return false;
  if (hasMediated(dispute, reader)) return true;
  return isShown(id, reader) && (DRAFT_UNTIL[id]?.(data) ?? true);
};

/** What goes to other bodies or to the public shows no minor’s identity (未成年人保护法 art. 103). */
const OUTGOING = [
  'transfer-letter',
  'return-letter',
  'court-report',
  'termination-notice',
  'performance-certificate',
  'limitation-proof',
];
export const leavesTheBody = (id: string): boolean => OUTGOING.includes(id);

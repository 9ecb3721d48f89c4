import { type DocumentId } from './documents';
import { type DossierData } from './dossier-data';

type Papers = (data: DossierData) => readonly DocumentId[];

const only =
  (id: DocumentId): Papers =>
  () => [id];

const agreementOf: Papers = ({ agreement }) => {
  if (agreement === undefined) return [];
  return [agreement.form === 'oral' ? 'oral-agreement' : 'agreement'];
};

/** The paper of each of the thirteen items, when the item is in the file. */
const PAPERS_BY_ITEM: readonly Papers[] = [
  ({ application }) => [application === undefined ? 'acceptance-register' : 'application'],
  only('rights-notice'),
  only('identity-papers'),
  only('authorisation'),
  only('investigation-record'),
  only('evidence'),
  only('session-record'),
  agreementOf,
  only('performance-proof'),
  only('follow-up-record'),
  only('confirmation-papers'),
  only('file-note'),
  only('back-cover'),
];

const some = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

type Besides = readonly [item: number, id: DocumentId, isThere: (data: DossierData) => boolean];

/** What else there may be, and with which item it lies. */
const BESIDES: readonly Besides[] = [
  [1, 'court-referral', ({ court }) => court !== undefined],
  [1, 'transfer-letter', ({ transfer }) => transfer !== undefined],
  [1, 'return-letter', ({ returned }) => returned !== undefined],
  [3, 'service-address', ({ serviceAddresses }) => some(serviceAddresses)],
  [6, 'appraisal-note', ({ appraisals }) => some(appraisals)],
  [7, 'undisputed-facts', ({ undisputedFacts }) => undisputedFacts !== undefined],
  [8, 'termination-notice', ({ failure }) => failure !== undefined],
  [8, 'court-report', ({ court }) => court?.result !== undefined],
  [9, 'performance-certificate', ({ police }) => police !== undefined],
  [12, 'closing-report', ({ closedOn }) => closedOn !== undefined],
  [12, 'limitation-proof', ({ limitation }) => limitation !== undefined],
];

/** The papers of an item that is in the file. */
export const papersOfItem = (item: number, data: DossierData): readonly DocumentId[] =>
  PAPERS_BY_ITEM[item - 1]?.(data) ?? [];

/** The papers that lie with it whether or not the item itself is there. */
export const papersBesides = (item: number, data: DossierData): readonly DocumentId[] =>
  BESIDES.filter(([its, , isThere]) => its === item && isThere(data)).map(([, id]) => id);

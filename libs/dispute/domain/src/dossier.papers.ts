import type { Material } from '@mediation/rules';
import { channelOf } from './custody';
import type { PartyId } from './dispute.events';
import type { Agreement, DisputeFile, KnownDispute } from './dispute.state';
import type { PaperPlace } from './procedure.state';

/** A hand under a paper. */
interface Signed {
  readonly party?: PartyId | undefined;
  readonly by?: 'mediator' | 'seal' | undefined;
}

/** A paper of the file, there because it was filed or because what it tells of happened. */
export interface Paper {
  readonly place: PaperPlace;
  readonly form?: Agreement['form'];
  /** Who signs it where the forms ask for the parties’ signatures. */
  readonly parties: readonly PartyId[];
  readonly signed: readonly Signed[];
}

const everyParty = ({ parties }: DisputeFile): readonly PartyId[] => parties.map(({ id }) => id);

const isAt = (place: PaperPlace, other: PaperPlace): boolean =>
  place.proceeding === other.proceeding && place.session === other.session && place.agreement === other.agreement;

const signedAt = (file: DisputeFile, material: Material, place: PaperPlace): readonly Signed[] =>
  file.materialSignatures
    .filter((each) => each.material === material && isAt(place, each))
    .map(({ party, mediator }) => {
      if (party !== undefined) return { party };
      return { by: mediator === undefined ? 'seal' : 'mediator' };
    });

const isFiled = ({ materials }: DisputeFile, material: Material): boolean =>
  materials.some((each) => each.material === material);

const byCommittees = ({ mediations }: DisputeFile) => mediations.filter(({ channel }) => channel === 'peoples');

const sessionRecords = (file: DisputeFile): readonly Paper[] => {
  const held = byCommittees(file).flatMap(({ proceeding, sessions }) =>
    sessions.map(({ n, attended }) => {
      const place = { proceeding, session: n };
      return { place, parties: attended, signed: signedAt(file, 'session-record', place) };
    }),
  );
  // Where nobody came there is a note in its place, which no party signs.
  const isNoted = held.length === 0 && isFiled(file, 'session-record');
  return isNoted ? [{ place: {}, parties: [], signed: signedAt(file, 'session-record', {}) }] : held;
};

const signedAgreement = (file: DisputeFile, agreement: Agreement): readonly Signed[] => [
  ...agreement.signedBy.map((party) => ({ party })),
  ...(agreement.mediatorSigned ? [{ by: 'mediator' } as const] : []),
  ...(agreement.sealed ? [{ by: 'seal' } as const] : []),
  ...signedAt(file, 'agreement', { agreement: agreement.n }),
];

const agreements = (file: DisputeFile): readonly Paper[] =>
  file.agreements
    .filter(({ body, status }) => status !== 'superseded' && channelOf(body) === 'peoples')
    .map((each) => ({
      place: { agreement: each.n },
      form: each.form,
      parties: everyParty(file),
      signed: signedAgreement(file, each),
    }));

const notified = (file: DisputeFile): readonly PartyId[] => [
  ...new Set(byCommittees(file).flatMap(({ rightsNotified }) => rightsNotified)),
];

const isAnythingPerformed = (file: DisputeFile): boolean =>
  file.agreements.some(({ obligations }) => obligations.some(({ performed, paidFen }) => performed || paidFen > 0));

/** What the system makes a paper of as soon as it happened. */
const MADE_OF: { readonly [M in Material]?: (file: DisputeFile) => boolean } = {
  application: () => true,
  'rights-notice': (file) => notified(file).length > 0,
  'performance-proof': isAnythingPerformed,
  'follow-up-record': ({ followUps }) => followUps > 0,
  'confirmation-papers': ({ confirmations }) => confirmations.some(({ status }) => status !== 'offered'),
  'back-cover': ({ dossier }) => dossier !== undefined,
};

/** Who never came was told nothing that he could sign for; an agreement binds only parties who know their rights. */
const signersOf = (material: Material, file: DisputeFile): readonly PartyId[] =>
  material === 'rights-notice' && agreements(file).length === 0 ? notified(file) : everyParty(file);

/** The papers of an item of the file. */
export const papersOf = (material: Material, { file }: KnownDispute): readonly Paper[] => {
  if (material === 'session-record') return sessionRecords(file);
  if (material === 'agreement') return agreements(file);
  const isThere = isFiled(file, material) || MADE_OF[material]?.(file) === true;
  return isThere ? [{ place: {}, parties: signersOf(material, file), signed: signedAt(file, material, {}) }] : [];
};

/** What was filed for nobody in particular was filed for all. */
export const partiesWithoutIdentityPapers = (file: DisputeFile): readonly PartyId[] => {
  const filed = file.materials.filter(({ material }) => material === 'identity-papers');
  return filed.some(({ party }) => party === undefined)
    ? []
    : everyParty(file).filter((id) => !filed.some(({ party }) => party === id));
};

import type { DossierRefusal } from '../dossier.refusals';
import { archived, complete, forms, lastHand, nearlyComplete, opened } from './dossier.histories';
import { given, type Sent, type Witness } from './given';
import { inMediation, inSession, registered, sessionHeld, settled } from './histories';
import { plainRules } from './plain-rules';

const assigned = { number: '(2025)永安人调字第18号', year: 2025, serial: 18 };
const open: Sent = { type: 'OpenDossier', data: { assigned } };
const archive: Sent = { type: 'ArchiveDispute', data: {} };
const sign = (data: Extract<Sent, { type: 'SignMaterial' }>['data']): Sent => ({ type: 'SignMaterial', data });

/** One way to each refusal. */
export const DOSSIER_WITNESSES: { readonly [R in DossierRefusal]: Witness } = {
  'not-the-mediating-committee': () => given(registered()).when(open),
  'dossier-exists': () => given(...inMediation, opened).when(open),
  'dossier-not-numbered': () => given(...inMediation).when({ type: 'OpenDossier', data: {} }),
  'dossier-not-open': () => given(...settled).when(archive),
  'dossier-archived': () =>
    given(...complete, archived)
      .under(forms)
      .when(archive),
  'archive-needs-closing': () => given(...inMediation, opened).when(archive),
  'dossier-incomplete': () =>
    given(...nearlyComplete)
      .under(forms)
      .when(archive),
  'material-not-there': () =>
    given(...inMediation)
      .under(forms)
      .when(sign({ material: 'session-record', party: 'p1' })),
  'several-to-sign': () =>
    given(...inSession, { ...sessionHeld(), data: { ...sessionHeld().data, session: 2 } })
      .under(forms)
      .when(sign({ material: 'session-record', party: 'p1' })),
  'signature-not-asked': () =>
    given(...inMediation)
      .under(forms)
      .when(sign({ material: 'application', party: 'p2' })),
  'retention-not-listed': () =>
    given(...settled, opened, lastHand)
      .under({ ...plainRules, lists: (_, value) => value === 'permanent' })
      .when(archive),
};

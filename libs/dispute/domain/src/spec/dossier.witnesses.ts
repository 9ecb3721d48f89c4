import type { DossierRefusal } from '../dossier.refusals';
import type { Witness } from './given';

/** One way to each refusal. */
export const DOSSIER_WITNESSES: { readonly [R in DossierRefusal]: Witness } = {};

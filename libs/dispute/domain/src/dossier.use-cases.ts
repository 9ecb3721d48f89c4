import { archiveDispute } from './use-cases/archive-dispute';
import { fileMaterial } from './use-cases/file-material';
import { openDossier } from './use-cases/open-dossier';
import { signMaterial } from './use-cases/sign-material';

/** Of the file. */
export const DOSSIER_USE_CASES = { openDossier, fileMaterial, signMaterial, archiveDispute };

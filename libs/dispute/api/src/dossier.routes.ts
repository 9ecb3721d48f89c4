import { route, type DisputeRoute } from './route';

/** Of the file. */
export const DOSSIER_ROUTES: readonly DisputeRoute[] = [
  route('OpenDossier', '/disputes/:id/dossier', ['立卷编号', 'Open the file under a number']),
  route('FileMaterial', '/disputes/:id/dossier/materials', ['材料入卷', 'Put a material into the file']),
  route('SignMaterial', '/disputes/:id/dossier/signatures', [
    '记录材料上的签名、盖章',
    'Record a signature or seal under a material',
  ]),
  route('ArchiveDispute', '/disputes/:id/dossier/archive', ['归档', 'Archive']),
];

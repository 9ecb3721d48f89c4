/** Of the file. */
export const DOSSIER_REFUSALS = [
  'not-the-mediating-committee',
  'dossier-exists',
  'dossier-not-numbered',
  'dossier-not-open',
  'dossier-archived',
  'archive-needs-closing',
  'dossier-incomplete',
  'material-not-there',
  'several-to-sign',
  'signature-not-asked',
  'retention-not-listed',
] as const;
export type DossierRefusal = (typeof DOSSIER_REFUSALS)[number];

/** Of the file. */
export const DOSSIER_EXAMPLES = {
  OpenDossier: {},
  FileMaterial: { material: 'identity-papers', party: 'p1', sheets: 1, note: '身份证复印件。（示例）' },
  SignMaterial: { material: 'session-record', session: 1, party: 'p1' },
  ArchiveDispute: { retention: 'long' },
};

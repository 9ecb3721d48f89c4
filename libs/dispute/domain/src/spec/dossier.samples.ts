/** A full sample of each use case's data. */
export const DOSSIER_SAMPLES = {
  OpenDossier: { assigned: { number: '(2025)永安人调字第17号', year: 2025, serial: 17 } },
  FileMaterial: { material: 'identity-papers', party: 'p1', sheets: 2, note: '户口簿复印件' },
  SignMaterial: { material: 'session-record', proceeding: 1, session: 1, agreement: 1, party: 'p1' },
  ArchiveDispute: { retention: 'long' },
} as const;

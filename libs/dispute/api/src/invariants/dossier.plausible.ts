import type { Sight } from './plausible-data';

const partyOf = ({ dispute, draw }: Sight): string =>
  dispute.phase === 'absent' ? 'p1' : draw.of(dispute.file.parties).id;
const mediatorOf = ({ dispute }: Sight): string =>
  (dispute.phase === 'absent' ? undefined : dispute.file.mediations.at(-1)?.mediators[0]) ?? 'm1';

/** Data that each use case might be sent, sensible more often than not. */
export const DOSSIER_PLAUSIBLE = {
  OpenDossier: ({ draw }: Sight) =>
    draw.chance(90) ? { assigned: { number: '(2025)永安人调字第17号', year: 2025, serial: 17 } } : {},
  FileMaterial: (sight: Sight) => ({
    material: sight.draw.of(['evidence', 'evidence', 'identity-papers']),
    sheets: 1,
    ...(sight.draw.chance(50) && { party: partyOf(sight) }),
  }),
  SignMaterial: (sight: Sight) => ({
    material: sight.draw.of(['evidence', 'evidence', 'evidence', 'session-record']),
    ...(sight.draw.chance(85) ? { party: partyOf(sight) } : { mediator: mediatorOf(sight) }),
  }),
  ArchiveDispute: ({ draw }: Sight) => (draw.chance(80) ? {} : { retention: 'permanent' }),
};

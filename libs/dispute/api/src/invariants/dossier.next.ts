import { hasMediated, type DisputeUseCaseName, type KnownDispute } from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';

type Weighted = readonly (readonly [weight: number, name: DisputeUseCaseName])[];

/** What a committee does about its file while and after it mediates; nothing, where it has not mediated. */
export const keepingFile = (dispute: KnownDispute, by: BodyCode): Weighted => {
  if (!hasMediated(dispute, by)) return [];
  const { dossier, materials } = dispute.file;
  const isClosed = dispute.phase === 'closed';
  return [
    [dossier === undefined ? (isClosed ? 9 : 1) : 0.1, 'OpenDossier'],
    [1, 'FileMaterial'],
    [materials.length > 0 ? 9 : 0.1, 'SignMaterial'],
    [isClosed && dossier !== undefined ? 12 : 0.1, 'ArchiveDispute'],
  ];
};

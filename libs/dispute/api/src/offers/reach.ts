import type { DisputeFile } from '@mediation/dispute/domain';
import { divisionOf, type BodyCode } from '@mediation/kernel';
import type { NamedBody } from './sight';

const townshipOf = (code: string): string => divisionOf(code).slice(0, 9);

/**
 * Bodies that a dispute may well go to: the district's, all townships', and the villages' of every township that has to do with it. A
 * village elsewhere may still be named; it is not offered, since lists of hundreds help nobody.
 */
export const reachOf = (
  file: Pick<DisputeFile, 'place' | 'custodian' | 'heldBy'>,
  org: BodyCode,
  bodies: readonly NamedBody[],
): readonly BodyCode[] => {
  const district = org.slice(0, 6);
  const townships = new Set([org, file.place, file.custodian, ...file.heldBy].map(townshipOf));
  return bodies
    .filter(({ code, tier }) => code.startsWith(district) && (tier !== 'village' || townships.has(townshipOf(code))))
    .map(({ code }) => code);
};

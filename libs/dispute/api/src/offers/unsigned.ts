import type { Candidate } from '@mediation/aggregate-api';
import { completenessOf, type Context, type KnownDispute, type MissingPart } from '@mediation/dispute/domain';

type Chosen = Candidate['chosen'];

const signersOf = ({ party, by }: MissingPart, { file }: KnownDispute): readonly Chosen[] => {
  if (party !== undefined) return [{ party }];
  if (by === 'seal') return [{ seal: true }];
  const mediators = new Set(file.mediations.flatMap((each) => each.mediators));
  return [...mediators].map((mediator) => ({ mediator }));
};

const placeOf = ({ proceeding, session, agreement }: MissingPart): Chosen => ({
  ...(proceeding !== undefined && { proceeding }),
  ...(session !== undefined && { session }),
  ...(agreement !== undefined && { agreement }),
});

/** Papers of the file that wait for a signature, with who might sign. */
export const unsignedOf = (dispute: KnownDispute, { rules }: Context): readonly Chosen[] =>
  completenessOf(dispute, rules).flatMap(({ material, missing }) =>
    missing
      .filter(({ what }) => what === 'signature')
      .flatMap((part) => signersOf(part, dispute).map((signer) => ({ material, ...placeOf(part), ...signer }))),
  );

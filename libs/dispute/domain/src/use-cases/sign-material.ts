import { accept, refuse } from '@mediation/kernel';
import { MATERIALS, type Material } from '@mediation/rules';
import { z } from 'zod';
import { findAgreement } from '../agreement';
import type { DisputeRefusal } from '../dispute.refusals';
import type { KnownDispute } from '../dispute.state';
import { completenessOf, type MissingPart } from '../dossier';
import { keepingTheFile } from '../dossier.keeping';
import { papersOf } from '../dossier.papers';
import { mediatorId, ordinal, partyId } from '../fields';
import type { PaperPlace } from '../procedure.state';
import { hasParty, today, useCase, type Context } from '../use-case';

interface Signature extends PaperPlace {
  readonly material: Material;
  readonly party?: string | undefined;
  readonly mediator?: string | undefined;
  readonly seal?: true | undefined;
}

/** The caller may leave out what tells papers of a kind apart. */
const mayMean = (asked: PaperPlace, place: PaperPlace): boolean =>
  (['proceeding', 'session', 'agreement'] as const).every(
    (each) => asked[each] === undefined || asked[each] === place[each],
  );

const isHandOf = ({ party, mediator }: Signature, missing: MissingPart): boolean => {
  if (party !== undefined) return missing.party === party;
  return missing.by === (mediator === undefined ? 'seal' : 'mediator');
};

/** Its signatures are recorded with the agreement itself, which takes effect with the last of them. */
const isWritten = ({ file }: KnownDispute, agreement: number | undefined): boolean =>
  agreement !== undefined && findAgreement(file, agreement)?.form === 'written';

const waitingFor = (dispute: KnownDispute, asked: Signature, { rules }: Context): readonly MissingPart[] =>
  completenessOf(dispute, rules)
    .filter(({ material }) => material === asked.material)
    .flatMap(({ missing }) => missing)
    .filter((each) => each.what === 'signature' && !isWritten(dispute, each.agreement))
    .filter((each) => mayMean(asked, each) && isHandOf(asked, each));

const hasAppointed = ({ file }: KnownDispute, mediator: string): boolean =>
  file.mediations.some(({ mediators }) => mediators.includes(mediator));

/** Why nothing of the file waits for that signature. */
const whyNot = (dispute: KnownDispute, asked: Signature): DisputeRefusal => {
  const papers = papersOf(asked.material, dispute).filter(({ place }) => mayMean(asked, place));
  if (papers.length === 0) return 'material-not-there';
  const by = asked.mediator === undefined ? 'seal' : 'mediator';
  const isSigned = papers.some(({ signed }) =>
    signed.some((each) => (asked.party === undefined ? each.by === by : each.party === asked.party)),
  );
  return isSigned ? 'already-signed' : 'signature-not-asked';
};

const count = (values: readonly unknown[]): number => values.filter((value) => value !== undefined).length;

/** 材料签署: a party's or the mediator's signature, or the seal, under a paper whose form asks for it. */
export const signMaterial = useCase({
  name: 'SignMaterial',
  data: z
    .strictObject({
      material: z.enum(MATERIALS).meta({ description: '哪一项材料 which item of the file' }),
      proceeding: ordinal.optional().meta({ description: '第几次受理，有多次时填写 which proceeding, if several' }),
      session: ordinal.optional().meta({ description: '第几次调解，有多次时填写 which session, if several' }),
      agreement: ordinal
        .optional()
        .meta({ description: '哪份口头协议，有多份时填写 which oral agreement, if several' }),
      party: partyId.optional(),
      mediator: mediatorId.optional(),
      seal: z.literal(true).optional().meta({ description: '加盖印章 the seal was put to it' }),
    })
    .refine(({ party, mediator, seal }) => count([party, mediator, seal]) === 1, {
      error: '当事人、调解员、印章填写其一 / name one of party, mediator and seal',
    }),
  decide: keepingTheFile((data, dispute, context) => {
    const { material, party, mediator } = data;
    if (party !== undefined && !hasParty(dispute, party)) return refuse('party-unknown');
    if (mediator !== undefined && !hasAppointed(dispute, mediator)) return refuse('mediator-unknown');
    const [first, second] = waitingFor(dispute, data, context);
    if (first === undefined) return refuse(whyNot(dispute, data));
    if (second !== undefined) return refuse('several-to-sign');
    const { proceeding, session, agreement } = first;
    const signer =
      party === undefined && mediator === undefined ? { sealedBy: context.actor.org } : { party, mediator };
    return accept({
      type: 'MaterialSigned',
      data: { material, proceeding, session, agreement, ...signer, signedOn: today(context) },
    });
  }),
});

import type { BodyCode } from '@mediation/kernel';
import { MATERIALS, type Certainty, type Identified, type Material, type MaterialRule } from '@mediation/rules';
import { channelOf } from './custody';
import type { KnownDispute } from './dispute.state';
import { papersOf, partiesWithoutIdentityPapers, type Paper } from './dossier.papers';
import type { PaperPlace } from './procedure.state';
import { proceedingTags, subjectTags } from './situation';
import type { DisputeRules } from './use-case';

/** A paper that is not there, or a hand that is not under it yet. */
export interface MissingPart extends PaperPlace {
  readonly what: 'paper' | 'signature';
  /** Whose; otherwise it is `by` the mediator, or the seal. */
  readonly party?: string;
  readonly by?: 'mediator' | 'seal';
}

/** Where the form comes from. */
type Basis = Pick<MaterialRule, 'zh' | 'en' | 'source' | 'article' | 'link'> & { readonly certainty: Certainty };

/** One of the thirteen items of the file. */
export interface DossierItem {
  readonly material: Material;
  /** 1 to 13. */
  readonly item: number;
  readonly presence: 'must' | 'if-any' | 'not-applicable';
  readonly present: boolean;
  readonly missing: readonly MissingPart[];
  readonly basis?: Basis;
}

type Rule = Identified<MaterialRule>;
type Hand = Pick<MissingPart, 'party' | 'by'>;
type FormRules = Pick<DisputeRules, 'materialsFor'>;

/** The last committee that mediated it; while none has, whoever is responsible. */
const committeeOf = ({ file }: KnownDispute): BodyCode =>
  file.mediations.findLast(({ channel }) => channel === 'peoples')?.body ?? file.custodian;

/** What the file is of, in the words of the packs, but for the form of an agreement. */
const tagsOf = (dispute: KnownDispute): readonly string[] => {
  const body = committeeOf(dispute);
  const channel = channelOf(body);
  return channel === undefined ? subjectTags(dispute.file) : proceedingTags(dispute.file, channel, body);
};

const formsOf = (papers: readonly Paper[]): readonly string[] => [
  ...new Set(papers.flatMap(({ form }) => (form === undefined ? [] : [`form:${form}`]))),
];

/** Whose hand one of the rule's words asks for under that paper. */
const askedOf = (word: MaterialRule['signedBy'][number], paper: Paper, { file }: KnownDispute): readonly Hand[] => {
  switch (word) {
    case 'parties':
      return paper.parties.map((party) => ({ party }));
    case 'applicant':
      return file.parties.filter(({ role }) => role === 'applicant').map(({ id }) => ({ party: id }));
    case 'mediator':
    case 'seal':
      return [{ by: word }];
  }
};

const hasSigned = ({ signed }: Paper, { party, by }: Hand): boolean =>
  signed.some((each) => (party === undefined ? each.by === by : each.party === party));

const unsigned = (paper: Paper, rules: readonly Rule[], dispute: KnownDispute): readonly MissingPart[] => {
  const words = [...new Set(rules.flatMap(({ signedBy }) => signedBy))];
  return words
    .flatMap((word) => askedOf(word, paper, dispute))
    .filter((hand) => !hasSigned(paper, hand))
    .map((hand) => ({ what: 'signature', ...paper.place, ...hand }));
};

const missingPapers = (material: Material, papers: readonly Paper[], dispute: KnownDispute): readonly MissingPart[] => {
  if (material === 'identity-papers')
    return partiesWithoutIdentityPapers(dispute.file).map((party) => ({ what: 'paper', party }));
  return papers.length === 0 ? [{ what: 'paper' }] : [];
};

const basisOf = ({ zh, en, source, article, link, certainty }: Rule): Basis => ({
  zh,
  en,
  source,
  article,
  ...(link !== undefined && { link }),
  certainty,
});

/**
 * What the file holds and what it lacks, by the forms of the packs. A material that the system itself makes from what happened is
 * there when that happened; any other, when it was filed.
 */
export const completenessOf = (dispute: KnownDispute, rules: FormRules): readonly DossierItem[] => {
  const tags = tagsOf(dispute);
  const forms = formsOf(papersOf('agreement', dispute));
  const rulesOf = (material: Material, of: readonly string[]): readonly Rule[] =>
    rules.materialsFor([...tags, ...of]).filter((each) => each.material === material);

  return MATERIALS.map((material, index): DossierItem => {
    const papers = papersOf(material, dispute);
    const its = rulesOf(material, forms);
    const item = { material, item: index + 1 };
    const [first] = its;
    if (first === undefined) return { ...item, presence: 'not-applicable', present: papers.length > 0, missing: [] };
    const isMust = its.some(({ presence }) => presence === 'must');
    const absent = missingPapers(material, papers, dispute);
    const signatures = papers.flatMap((paper) =>
      unsigned(paper, paper.form === undefined ? its : rulesOf(material, [`form:${paper.form}`]), dispute),
    );
    return {
      ...item,
      presence: isMust ? 'must' : 'if-any',
      present: papers.length > 0,
      missing: [...(isMust ? absent : []), ...signatures],
      basis: basisOf(first),
    };
  });
};

export const isComplete = (items: readonly DossierItem[]): boolean =>
  items.every(({ missing }) => missing.length === 0);

/** A file is kept by a committee that has mediated the dispute itself. */
export const hasMediated = ({ file }: KnownDispute, body: BodyCode): boolean =>
  file.mediations.some((each) => each.channel === 'peoples' && each.body === body);

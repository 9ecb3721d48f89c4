import {
  AID_DECISIONS,
  CONFIRMATION_DECISIONS,
  MILESTONES,
  POLICE_DECISIONS,
  REMEDIES,
  type DisputeUseCaseName,
} from '@mediation/dispute/domain';
import type { Candidate } from '@mediation/aggregate-api';
import { agreementsOf, each, fileOf, once, orNone, partiesOf, type ProbeOf, type Sight } from './sight';

const agreements = (sight: Sight) => agreementsOf(sight).map((agreement) => ({ agreement }));
const parties = (sight: Sight) => partiesOf(sight).map((party) => ({ party }));
const aids = (sight: Sight) =>
  orNone(
    fileOf(sight).legalAid.map(({ n }) => n),
    1,
  ).map((aid) => ({ aid }));
const somewhere = ({ reach, org }: Sight) => orNone(reach, org);
const clocks = (sight: Sight) =>
  orNone(
    sight.clocks.map(({ id }) => id),
    'none/none',
  ).map((clock) => ({ clock }));

/** Each with each. */
const product = (some: readonly Candidate['chosen'][], more: readonly Candidate['chosen'][]) =>
  some.flatMap((one) => more.map((other) => ({ ...one, ...other })));

const papers = (sight: Sight) => {
  const mediators = fileOf(sight).mediations.flatMap((each) => each.mediators);
  return orNone(mediators, 'none').map((mediator) => ({ mediator }));
};

/** Of courts. */
export const COURT_CANDIDATES = {
  SignForPapers: (sight) => each(papers(sight)),
  RecordUndisputedFacts: (sight) => once({ facts: '…', consents: partiesOf(sight) }, { consents: partiesOf(sight) }),
  ConfirmUndisputedFacts: (sight) => {
    const records = orNone(
      fileOf(sight).undisputedFacts.map(({ n }) => n),
      1,
    );
    return each(
      product(
        records.map((record) => ({ record })),
        parties(sight),
      ),
    );
  },
  ConfirmServiceAddress: (sight) => each(parties(sight), { address: '…' }),
  ReturnToCourt: () =>
    each([{}, ...['settled', 'suit-withdrawn', 'terminated', 'failed'].map((result) => ({ result }))]),
  ReportShamMediation: (sight) =>
    each(
      somewhere(sight).map((reportedTo) => ({ reportedTo })),
      { grounds: '…' },
    ),
  OfferConfirmation: (sight) =>
    each(
      product(
        agreements(sight),
        somewhere(sight).map((court) => ({ court })),
      ),
      // Where a party lives only whoever offers can say.
      { basis: 'domicile' },
    ),
  FileConfirmation: (sight) => {
    const offered = fileOf(sight).confirmations.map(({ agreement, court }) => ({ agreement, court }));
    return each(
      offered.length > 0 ? offered : agreements(sight).map((one) => ({ ...one, court: sight.org })),
      { manner: 'written' },
      { applicants: partiesOf(sight) },
    );
  },
  AcceptConfirmation: (sight) => each(agreements(sight)),
  DecideConfirmation: (sight) =>
    each(
      product(
        agreements(sight),
        CONFIRMATION_DECISIONS.map((decision) => ({ decision })),
      ),
    ),
  PursueRemedy: (sight) =>
    each(
      product(
        agreements(sight),
        REMEDIES.map((way) => ({ way })),
      ),
    ),
} satisfies { readonly [U in DisputeUseCaseName]?: ProbeOf };

/** Of police, legal aid and agencies. */
export const AUTHORITY_CANDIDATES = {
  NoteMatters: () => once({ matters: [] }),
  RecordMilestone: () => each(MILESTONES.map((milestone) => ({ milestone }))),
  AcceptPoliceCase: () => once(),
  ApplyForNoPenalty: (sight) => each(agreements(sight), { inWriting: true }, { applicants: partiesOf(sight) }),
  DecidePoliceCase: () => each(POLICE_DECISIONS.map((decision) => ({ decision }))),
  IssuePerformanceCertificate: (sight) => each(agreements(sight)),
  ReportToPolice: (sight) =>
    each(
      somewhere(sight).map((reportedTo) => ({ reportedTo })),
      { duty: 'crime-risk' },
      { victim: partiesOf(sight) },
    ),
  ApplyForLegalAid: (sight) => each(parties(sight)),
  DecideLegalAid: (sight) =>
    each(
      product(
        aids(sight),
        AID_DECISIONS.map((decision) => ({ decision })),
      ),
      { preservation: true },
    ),
  AssignLegalAid: (sight) => each(aids(sight)),
  EndLegalAid: (sight) => each(aids(sight), { reason: 'completed' }),
  IssueLimitationProof: (sight) => each(parties(sight), { claim: '…' }),
} satisfies { readonly [U in DisputeUseCaseName]?: ProbeOf };

/** Of the file and of time limits. */
export const KEEPING_CANDIDATES = {
  // Its number is set aside when it is opened.
  OpenDossier: () => once({ assigned: { number: '…', year: 2025, serial: 1 } }),
  FileMaterial: (sight) => once({ material: 'evidence', sheets: 1 }, { party: partiesOf(sight) }),
  SignMaterial: (sight) => {
    const unsigned = sight.unsigned();
    return each(unsigned.length > 0 ? unsigned : [{ material: 'application', party: 'p1' }]);
  },
  ArchiveDispute: () => once(),
  ExtendTimeLimit: (sight) => each(clocks(sight), { parties: partiesOf(sight) }, { parties: partiesOf(sight) }),
  ExpireTimeLimit: (sight) => each(clocks(sight)),
} satisfies { readonly [U in DisputeUseCaseName]?: ProbeOf };

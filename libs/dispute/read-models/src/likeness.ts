import { disputeIdOf, type DataOf, type LinkRelation, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { personMarks } from '@mediation/dispute/stored-events';
import { ignore, projection } from '@mediation/projecting/engine';
import { ignoringProcedures } from './procedures';
import { sortablePosition } from './sortable-position';

/** Marks of the numbers that were given with a name. */
export interface NumberMarks {
  readonly id?: string;
  readonly phone?: string;
}

/** What a person said of this dispute and another one; of the two sides' words the one with the later position counts. */
export interface LinkWord {
  readonly relation: LinkRelation;
  /** Text whose order is the global order. */
  readonly at: string;
}

/** What of a dispute is compared with others. Its people are marks: no name, number or address is in here. */
export type LikenessRow = {
  /** Marks of the parties' names, each once. */
  names: readonly string[];
  people: Readonly<Record<string, NumberMarks>>;
  /** Other dispute → the last word about it. */
  links: Readonly<Record<string, LinkWord>>;
};

const peopleOf = ({ parties, personal }: DataOf<'DisputeRegistered'>): Record<string, NumberMarks> => {
  const people: Record<string, NumberMarks> = {};
  for (const { id } of parties) {
    const marks = personMarks(personal[id] ?? {});
    if (marks === undefined) continue;
    const { name, identityNumber, phone } = marks;
    people[name] ??= {
      ...(identityNumber !== undefined && { id: identityNumber }),
      ...(phone !== undefined && { phone }),
    };
  }
  return people;
};

/** One row per dispute; which two are alike is asked of the rows, since it follows from no single dispute's events. */
export const likeness = projection<LikenessRow, RecordedDisputeEvent>()({
  name: 'likeness',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  on: {
    ...ignoringProcedures,
    DisputeRegistered: (_, { data }) => {
      const people = peopleOf(data);
      return { names: Object.keys(people).sort(), people, links: {} };
    },
    DisputeLinked: (row, { data: { to, relation }, position }) =>
      row && { ...row, links: { ...row.links, [to]: { relation, at: sortablePosition(position) } } },
    DisputeAssessed: ignore,
    DisputeClassified: ignore,
    PartyConsented: ignore,
    PartyRefused: ignore,
    DisputeTriaged: ignore,
    DisputeAccepted: ignore,
    DisputeNotAccepted: ignore,
    MediatorAppointed: ignore,
    MediatorRecused: ignore,
    InterestDisclosed: ignore,
    RightsNotified: ignore,
    SessionHeld: ignore,
    MediationSuspended: ignore,
    MediationResumed: ignore,
    MediationFailed: ignore,
    MediationTerminated: ignore,
    RoutesTold: ignore,
    DisputeWithdrawn: ignore,
    AgreementReached: ignore,
    AgreementSuperseded: ignore,
    AgreementSignedByParty: ignore,
    AgreementSignedByMediator: ignore,
    AgreementSealed: ignore,
    AgreementTookEffect: ignore,
    ObligationPerformed: ignore,
    AgreementPerformed: ignore,
    AgreementBreached: ignore,
    FollowUpVisited: ignore,
    DisputeClosed: ignore,
    DisputeReopened: ignore,
    EscalationRiskRaised: ignore,
    EscalationAverted: ignore,
    EmergencyRaised: ignore,
    ResponseDispatched: ignore,
    ResponseArrived: ignore,
    EmergencyConcluded: ignore,
    CustodyMoved: ignore,
    DisputeSupervised: ignore,
    DisputeTakenUpFormally: ignore,
    HandoffOffered: ignore,
    HandoffAcknowledged: ignore,
    HandoffAccepted: ignore,
    HandoffReturned: ignore,
    HandoffWithdrawn: ignore,
    HandoffLapsed: ignore,
  },
});

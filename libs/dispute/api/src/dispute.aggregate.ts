import type { Aggregate } from '@mediation/command-runner';
import {
  decide,
  evolve,
  initialDispute,
  maySee,
  type Dispute,
  type DisputeCommand,
  type DisputeEvent,
  type DisputeRefusal,
  type DisputeRules,
} from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { dateInShanghai, divisionOf, type DivisionCode, type JsonObject, type PlainDate } from '@mediation/kernel';

export type DisputeAggregate = Aggregate<DisputeCommand, Dispute, DisputeEvent, DisputeRefusal, DisputeRules>;

/** The numbers a caller needs for its next call. */
const numbersOf = (event: DisputeEvent): JsonObject => {
  switch (event.type) {
    case 'HandoffOffered':
      return { handoff: event.data.handoff };
    case 'DisputeAccepted':
      return { proceeding: event.data.proceeding };
    case 'SessionHeld':
      return { session: event.data.session };
    case 'AgreementReached':
      return { agreement: event.data.agreement };
    case 'AgreementTookEffect':
      return { effectiveOn: event.data.effectiveOn };
    case 'DossierOpened':
      return { number: event.data.number };
    case 'CustodyMoved':
      return { custodian: event.data.to };
    default:
      return {};
  }
};

/** The law in force on a date in a division. */
export type RulesFor = (date: PlainDate, division: DivisionCode) => DisputeRules;
export const RULES_FOR = Symbol('RULES_FOR');

export const disputeAggregate = (rulesFor: RulesFor): DisputeAggregate => ({
  initial: initialDispute,
  evolve,
  decide,
  hidden: (dispute, actor) => (maySee(actor, dispute) ? undefined : 'dispute-unknown'),
  codec: disputeCodec,
  describe: (events) => Object.assign({}, ...events.map(numbersOf)) as JsonObject,
  rulesAt: (occurredAt, actor) => rulesFor(dateInShanghai(occurredAt), divisionOf(actor.org)),
});

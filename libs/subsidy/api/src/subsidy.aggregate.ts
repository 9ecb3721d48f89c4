import type { Aggregate } from '@mediation/command-runner';
import { dateInShanghai, divisionOf, type DivisionCode, type JsonObject, type PlainDate } from '@mediation/kernel';
import type { RulePack } from '@mediation/rules';
import {
  decide,
  evolve,
  initialSubsidy,
  type Subsidy,
  type SubsidyCommand,
  type SubsidyEvent,
  type SubsidyRefusal,
  type SubsidyRules,
} from '@mediation/subsidy/domain';
import { subsidyCodec } from '@mediation/subsidy/stored-events';

export type SubsidyAggregate = Aggregate<SubsidyCommand, Subsidy, SubsidyEvent, SubsidyRefusal, SubsidyRules>;

/** What a place pays, on a date in a division. */
export type SubsidyRulesFor = (date: PlainDate, division: DivisionCode) => RulePack;

/** The amount and the rate that a claim is told. */
const toldOf = (event: SubsidyEvent): JsonObject =>
  event.type === 'SubsidyClaimed' ? { amountFen: event.data.amountFen, rate: event.data.rate } : {};

export const subsidyAggregate = (rulesFor: SubsidyRulesFor): SubsidyAggregate => ({
  initial: initialSubsidy,
  evolve,
  decide,
  // Whether the caller may know of the dispute is asked before: its subsidy's own stream does not tell.
  hidden: () => undefined,
  codec: subsidyCodec,
  describe: (events) => Object.assign({}, ...events.map(toldOf)) as JsonObject,
  rulesAt: (occurredAt, actor) => rulesFor(dateInShanghai(occurredAt), divisionOf(actor.org)),
});

import { CLOCK } from '@mediation/aggregate-api';
import { isFirewalled, type DisputeId } from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, type Clock, type Tier } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { rulePackById, type Identified, type RulePack, type SubsidyRate } from '@mediation/rules';
import { caseTags, type CaseFacts, type Subsidy } from '@mediation/subsidy/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CASE_UNKNOWN } from './case-unknown';
import { offeredActions } from './offered-actions';
import { SUBSIDY_RULES_FOR, SubsidisedCases } from './subsidised-cases';
import type { SubsidyRulesFor } from './subsidy.aggregate';
import type { GroundAnswer, SubsidyAnswer } from './subsidy.answer';
import { SUBSIDY_ROUTES } from './subsidy.routes';

const rateGround = ({ id, zh, en, source, article, certainty, note }: Identified<SubsidyRate>): GroundAnswer => ({
  rule: id,
  zh,
  en,
  source,
  article,
  certainty,
  ...(note !== undefined && { note }),
});

const claimAnswer = (subsidy: Subsidy, pack: string | undefined): Pick<SubsidyAnswer, 'claim'> => {
  if (!('claim' in subsidy) || pack === undefined) return {};
  const { body, dossier, mediators, difficulty, result, amountFen, rate: id, claimedOn } = subsidy.claim;
  const rate = rulePackById(pack).subsidies[id];
  if (rate === undefined) throw new Error(`rule pack ${pack} has no subsidy rate ${id}`);
  const told = { body, dossier, mediators, difficulty, result, amountFen, claimedOn };
  return { claim: { ...told, rate: rateGround({ ...rate, id }) } };
};

/** What the rules of today make of the case: an amount, or the rule by which it is not paid. */
const payableAnswer = (
  facts: CaseFacts,
  subsidy: Subsidy,
  rules: RulePack,
): Pick<SubsidyAnswer, 'payable' | 'obstacle'> => {
  const isSubsidised = subsidy.phase === 'paid' || subsidy.phase === 'recovered';
  const tags = caseTags(facts, facts.body ?? '', isSubsidised);
  const obstacle = rules.gate('claim-subsidy', tags);
  if (obstacle !== undefined) {
    const { rule, zh, en, source, article, certainty } = obstacle;
    return { obstacle: { rule, zh, en, source, article, certainty } };
  }
  const found = rules.subsidyFor(tags);
  return found === undefined ? {} : { payable: { amountFen: found.amountFen, rate: rateGround(found.rate) } };
};

/** Reads from the journal itself: what was just written is there. */
@Injectable()
export class SubsidyReader {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SUBSIDY_RULES_FOR) private readonly rulesFor: SubsidyRulesFor,
    @Inject(SubsidisedCases) private readonly cases: SubsidisedCases,
  ) {}

  /** @throws ProblemError 404. Courts and police read nothing of how mediation went, and so not what it is paid. */
  async read(id: DisputeId, caller: Principal, tier: Tier): Promise<SubsidyAnswer> {
    const now = this.clock.now();
    const day = dateInShanghai(now);
    const facts = isFirewalled(caller.org) ? undefined : await this.cases.facts(id, caller, day);
    if (facts === undefined) throw new ProblemError(CASE_UNKNOWN);
    const [{ subsidy, revision, pack }, sameAs] = await Promise.all([this.cases.subsidy(id), this.cases.sameAs(id)]);
    const rules = this.rulesFor(day, divisionOf(caller.org));
    const moment = { id, facts, sameAs, subsidy, context: { actor: caller, now, occurredAt: now, rules } };
    const routes = SUBSIDY_ROUTES.filter(
      ({ tiers, roles }) => tiers.includes(tier) && roles.some((role) => caller.roles.some((own) => own === role)),
    );
    const { presenceProved: _, factsConfirmed: __, routesTold: ___, ...shown } = facts;
    return {
      id,
      revision,
      phase: subsidy.phase,
      ...claimAnswer(subsidy, pack),
      ...('payment' in subsidy && { payment: subsidy.payment }),
      ...(subsidy.phase === 'yielded' && { yieldedTo: subsidy.to }),
      case: { ...shown, sameAs: sameAs.length },
      ...payableAnswer(facts, subsidy, rules),
      actions: offeredActions(routes, `/api/${tier}/v1`, moment),
    };
  }
}

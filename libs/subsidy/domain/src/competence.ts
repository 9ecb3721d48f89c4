import { areaCovers, kindOf } from '@mediation/dispute/domain';
import { parseBodyCode, refuse, type BodyCode } from '@mediation/kernel';
import type { Act, FactTag } from '@mediation/rules';
import type { Claim } from './subsidy.state';
import type { Context, SubsidyDecision } from './use-case';

export const isBureauOver = (actor: BodyCode, body: BodyCode): boolean =>
  kindOf(actor) === 'justice-bureau' && areaCovers(actor, body);

/** 司法所 guides the committees of its township; no office guides a district's committee, so the bureau reviews that. */
export const guides = (actor: BodyCode, body: BodyCode): boolean =>
  parseBodyCode(body)?.tier === 'district'
    ? isBureauOver(actor, body)
    : kindOf(actor) === 'judicial-office' && areaCovers(actor, body);

const tookPart = (claim: Claim, { actor }: Context): boolean =>
  actor.org === claim.body || actor.sub === claim.claimedBy || claim.mediators.includes(actor.sub);

/** Runs a decision by whoever the rules let decide on that claim. */
export const deciding = (
  act: Extract<Act, 'review-subsidy' | 'approve-subsidy'>,
  { claim, reviewer }: { readonly claim: Claim; readonly reviewer?: string },
  context: Context,
  decide: () => SubsidyDecision,
): SubsidyDecision => {
  const { actor, rules } = context;
  const isCompetent = act === 'review-subsidy' ? guides(actor.org, claim.body) : isBureauOver(actor.org, claim.body);
  const isOwn = tookPart(claim, context) || actor.sub === reviewer;
  const facts: readonly (FactTag | false)[] = [isCompetent && 'competent-to-decide', isOwn && 'own-case'];
  const ground = rules.gate(
    act,
    facts.filter((fact) => fact !== false).map((fact) => `fact:${fact}`),
  );
  return ground ? refuse('barred-by-rule', ground) : decide();
};

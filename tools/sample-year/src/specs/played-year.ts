import { DISPUTE_ROUTES, type DisputeRoute } from '@mediation/dispute/api';
import {
  decide,
  disputeUseCase,
  evolve,
  initialDispute,
  type Dispute,
  type DisputeCommand,
  type DisputeEvent,
} from '@mediation/dispute/domain';
import { rulePackFor } from '@mediation/rules';
import type { PlannedDispute } from '../plan';
import type { PlannedStep } from '../script';

export interface PlayedDispute extends PlannedDispute {
  readonly events: readonly { readonly event: DisputeEvent; readonly occurredAt: string }[];
  readonly state: Dispute;
  readonly commands: readonly DisputeCommand[];
}

const NEW_YEAR = '2026-01-01T00:00:00+08:00';

const routes = DISPUTE_ROUTES.map((route) => ({
  route,
  // ':id' stands in a planned path, too.
  pattern: new RegExp(`^${route.path.replace(/:(?!id)(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

const routeOf = ({ path, tier }: PlannedStep): { route: DisputeRoute; fields: Record<string, string | number> } => {
  for (const { route, pattern } of routes) {
    const match = pattern.exec(path);
    if (match && route.tiers.includes(tier)) {
      const fields = Object.entries(match.groups ?? {}).map(([k, v]) => [k, /^\d+$/.test(v) ? Number(v) : v]);
      return { route, fields: Object.fromEntries(fields) as Record<string, string | number> };
    }
  }
  throw new Error(`no route of the ${tier} for ${path}`);
};

const commandOf = (step: PlannedStep): DisputeCommand => {
  const { route, fields } = routeOf(step);
  if (!route.roles.includes(step.role)) throw new Error(`${step.role} may not ${route.useCase}`);
  const data = disputeUseCase(route.useCase).data.parse({ ...step.body, ...fields });
  return { type: route.useCase, data } as DisputeCommand;
};

/** Plays a plan against the pure domain. @throws naming the first step that is refused */
export const play = (dispute: PlannedDispute): PlayedDispute => {
  let state: Dispute = initialDispute;
  const events: PlayedDispute['events'][number][] = [];
  const commands = dispute.steps.map((step, index) => {
    const { org, role, occurredAt } = step;
    const command = commandOf(step);
    const actor = { sub: `${role}@${org}`, org, roles: [role] };
    const rules = rulePackFor(occurredAt.slice(0, 10), '370402');
    const decision = decide(command, state, { actor, now: NEW_YEAR, occurredAt, rules });
    if (decision.kind === 'refused')
      throw new Error(
        `${dispute.storyline} #${dispute.number}, step ${index + 1} ${command.type}: ${decision.refusal}`,
      );
    for (const event of decision.events) {
      state = evolve(state, event);
      events.push({ event, occurredAt });
    }
    return command;
  });
  return { ...dispute, events, state, commands };
};

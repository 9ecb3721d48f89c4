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
import { bodyCode, type JsonObject } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { PlannedDispute } from './plan';
import { sampleDirectory } from './sample-directory';
import type { PlannedStep } from './script';

export interface PlayedEvent {
  readonly event: DisputeEvent;
  /** The body that did it, and in which role. */
  readonly org: string;
  readonly role: string;
  readonly occurredAt: string;
}

export interface PlayedDispute extends PlannedDispute {
  readonly events: readonly PlayedEvent[];
  readonly state: Dispute;
  readonly commands: readonly DisputeCommand[];
}

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

const directory = sampleDirectory();
const rosters = new Map(
  [...directory.bodies].flatMap((body) =>
    directory.mediators(body).map(({ id, courtRosters }) => [id, courtRosters] as const),
  ),
);
const COURTS = [bodyCode('370402', 'court')];

/** What the interface fills in: a number for the file, and the rosters that a mediator is not on. */
const filledIn = (useCase: string, { body }: PlannedStep, { number }: PlannedDispute): JsonObject => {
  switch (useCase) {
    case 'OpenDossier':
      return { assigned: { number: `(2025)示例人调字第${number}号`, year: 2025, serial: number } };
    case 'AppointMediator':
      return { offRosterOf: COURTS.filter((court) => !rosters.get(String(body['mediator']))?.includes(court)) };
    default:
      return {};
  }
};

const commandOf = (step: PlannedStep, dispute: PlannedDispute): DisputeCommand => {
  const { route, fields } = routeOf(step);
  if (!route.roles.includes(step.role)) throw new Error(`${step.role} may not ${route.useCase}`);
  const filled = filledIn(route.useCase, step, dispute);
  const data = disputeUseCase(route.useCase).data.parse({ ...step.body, ...fields, ...filled });
  return { type: route.useCase, data } as DisputeCommand;
};

/** Plays a plan against the pure domain. @throws naming the first step that is refused */
export const play = (dispute: PlannedDispute): PlayedDispute => {
  let state: Dispute = initialDispute;
  const events: PlayedEvent[] = [];
  const commands = dispute.steps.map((step, index) => {
    const { org, role, occurredAt, recordedAt } = step;
    const command = commandOf(step, dispute);
    const actor = { sub: `${role}@${org}`, org, roles: [role] };
    const rules = rulePackFor(occurredAt.slice(0, 10), '370402');
    const decision = decide(command, state, { actor, now: recordedAt, occurredAt, rules });
    if (decision.kind === 'refused')
      throw new Error(
        `${dispute.storyline} #${dispute.number}, step ${index + 1} ${command.type}: ${decision.refusal} ${decision.ground?.rule ?? ''}`,
      );
    for (const event of decision.events) {
      // As it is recorded: the clocks of the law are told from that.
      state = evolve(state, { ...event, metadata: { occurredAt, rules: rules.id } });
      events.push({ event, org, role, occurredAt });
    }
    return command;
  });
  return { ...dispute, events, state, commands };
};

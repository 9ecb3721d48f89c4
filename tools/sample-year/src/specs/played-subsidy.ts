import { SUBSIDY_ROUTES } from '@mediation/subsidy/api';
import {
  caseFactsOf,
  decide,
  evolve,
  initialSubsidy,
  subsidyUseCase,
  type Subsidy,
  type SubsidyCommand,
  type SubsidyEvent,
} from '@mediation/subsidy/domain';
import { divisionOf } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { PlannedDispute } from '../plan';
import { play, type PlayedDispute } from '../played-year';
import { numberOf } from '../told-twice';

type Step = PlannedDispute['steps'][number];

export interface PlayedSubsidy {
  readonly course: PlannedDispute;
  /** The dispute with what was done to its file for the claim. */
  readonly dispute: PlayedDispute;
  readonly events: readonly SubsidyEvent[];
  readonly phase: Subsidy['phase'];
}

const ID = /^\/(\w+)\/([^/]+)\//;
const told = (step: Step): Step => ({ ...step, path: step.path.replace(ID, '/$1/:id/') });
const isOfDispute = ({ path }: Step): boolean => path.startsWith('/disputes/');

const commandOf = (step: Step, dispute: PlayedDispute, { yields }: Subsidy): SubsidyCommand => {
  const route = SUBSIDY_ROUTES.find(({ path }) => path === step.path);
  if (route === undefined) throw new Error(`no route for ${step.path}`);
  if (!route.roles.some((role) => role === step.role) || !route.tiers.includes(step.tier))
    throw new Error(`${step.role} may not ${route.useCase}`);
  if (dispute.state.phase === 'absent') throw new Error('a subsidy without a dispute');
  const rules = rulePackFor(step.occurredAt.slice(0, 10), divisionOf(dispute.state.file.custodian));
  const facts = caseFactsOf(dispute.state, dispute.events.length - 1, rules);
  const { data, filled } = subsidyUseCase(route.useCase);
  const read = { facts, sameAs: [], claimedElsewhere: [], yields };
  return { type: route.useCase, data: data.parse({ ...step.body, ...(filled && { read }) }) } as SubsidyCommand;
};

/** Plays a course against the pure domain, its file first. @throws naming the first step that is refused, and the rule */
export const playSubsidy = (plan: readonly PlannedDispute[], course: PlannedDispute): PlayedSubsidy => {
  const number = numberOf(ID.exec(course.steps[0]?.path ?? '')?.[2]);
  const planned = plan.find((each) => each.number === number);
  if (planned === undefined) throw new Error(`course ${course.number} is of no dispute`);
  const steps = course.steps.map(told);
  const dispute = play({ ...planned, steps: [...planned.steps, ...steps.filter(isOfDispute)] });
  let state: Subsidy = initialSubsidy;
  const events = steps
    .filter((step) => !isOfDispute(step))
    .flatMap((step, index) => {
      const { org, role, occurredAt, recordedAt } = step;
      const context = {
        actor: { sub: `${role}@${org}`, org, roles: [role] },
        now: recordedAt,
        occurredAt,
        rules: rulePackFor(occurredAt.slice(0, 10), divisionOf(org)),
      };
      const decision = decide(commandOf(step, dispute, state), state, context);
      if (decision.kind === 'refused')
        throw new Error(
          `${planned.storyline} #${course.number}, step ${index + 1} ${step.path}: ${decision.refusal} ${decision.ground?.rule ?? ''}`,
        );
      state = decision.events.reduce(evolve, state);
      return decision.events;
    });
  return { course, dispute, events, phase: state.phase };
};

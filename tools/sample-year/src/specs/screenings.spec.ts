import {
  decide,
  evolve,
  initialScreening,
  screeningUseCase,
  type ScreeningCommand,
  type ScreeningEvent,
  type ScreeningState,
} from '@mediation/screening/domain';
import { SCREENING_ROUTES } from '@mediation/screening/api';
import { planSampleYear, type PlannedDispute } from '../plan';
import { SAMPLE_SEED } from '../replay';
import { planScreenings } from '../screenings';
import { numberOf } from '../told-twice';
import { tally } from './counted';
import { sampleDirectory } from '../sample-directory';

const directory = sampleDirectory();
const disputes = planSampleYear(directory, SAMPLE_SEED);
const screenings = planScreenings(directory, SAMPLE_SEED, disputes);

const commandOf = ({ path, body, role, tier }: PlannedDispute['steps'][number]): ScreeningCommand => {
  const finding = /findings\/(f\d+)\//.exec(path)?.[1];
  const route = SCREENING_ROUTES.find((each) => each.path === path.replace(/f\d+/, ':finding'))!;
  expect([route.roles.includes(role), route.tiers.includes(tier)]).toEqual([true, true]);
  const data = screeningUseCase(route.useCase).data.parse({ ...body, ...(finding && { finding }) });
  return { type: route.useCase, data } as ScreeningCommand;
};

/** Against the pure domain. @throws naming the first step that is refused */
const play = ({ steps }: PlannedDispute): readonly ScreeningEvent[] => {
  let state: ScreeningState = initialScreening;
  return steps.flatMap((step, index) => {
    const actor = { sub: 'sample', org: step.org, roles: [step.role] };
    const context = { actor, now: step.recordedAt, occurredAt: step.occurredAt };
    const decision = decide(commandOf(step), state, context);
    if (decision.kind === 'refused') throw new Error(`step ${index + 1} ${step.path} ${step.org}: ${decision.refusal}`);
    state = decision.events.reduce(evolve, state);
    return decision.events;
  });
};

const year = screenings.map(play);
const events = year.flat();
const of = <Type extends ScreeningEvent['type']>(...types: readonly Type[]) =>
  events.filter((each): each is Extract<ScreeningEvent, { type: Type }> => types.some((type) => type === each.type));

it('has a screening a quarter in each township and in the district, and closes each', () => {
  const planners = tally(of('ScreeningPlanned').map(({ data }) => data.planner));
  expect(new Set(Object.values(planners))).toEqual(new Set([4]));
  const townships = directory.divisions().filter(({ tier }) => tier === 'township');
  expect(Object.keys(planners)).toHaveLength(townships.length + 1);
  expect(of('ScreeningClosed')).toHaveLength(screenings.length);
});

it('has every village asked in every quarter, and most of them report, a few of them late', () => {
  const asked = of('ScreeningPlanned').reduce((sum, { data }) => sum + data.places.length, 0);
  expect(asked).toBe(4 * directory.divisions().length);
  const rounds = of('RoundReported', 'ZeroReported');
  const missing = of('ScreeningClosed').flatMap(({ data }) => data.missing);
  expect(rounds.length + missing.length).toBe(asked);
  const late = rounds.filter(({ data }) => data.late).length;
  expect(missing.length / asked).toBeLessThan(0.04);
  expect([late / rounds.length > 0.02, late / rounds.length < 0.09]).toEqual([true, true]);
  expect(of('ZeroReported').length / rounds.length).toBeGreaterThan(0.8);
});

it('finds disputes of the plan that a village registered from a screening, each once, and settles the rest', () => {
  const links = screenings.flatMap(({ steps }) => steps.filter(({ path }) => path.endsWith('/dispute')));
  const linked = links.map(({ body }) => disputes[(numberOf(body['dispute']) ?? 0) - 1]!);
  expect(linked.length).toBeGreaterThan(10);
  expect(new Set(linked).size).toBe(linked.length);
  for (const [index, { steps }] of linked.entries()) {
    const { body, org, recordedAt } = steps[0]!;
    expect([body['source'], org, recordedAt <= links[index]!.recordedAt]).toEqual([
      'screening',
      links[index]!.org,
      true,
    ]);
  }
  const settled = of('FindingBecameDispute', 'FindingHandled').length;
  expect(settled).toBe(of('FindingReported').length);
});

it('is the same again, ends within the year, and names nobody', () => {
  expect(planScreenings(directory, SAMPLE_SEED, disputes)).toEqual(screenings);
  const steps = screenings.flatMap((each) => each.steps);
  expect(steps.every(({ recordedAt }) => recordedAt < '2026-01-01')).toBe(true);
  const told = of('FindingReported', 'FindingHandled').map(({ data }) => data.personal['file']?.text ?? '');
  expect(told.filter((text) => !text.endsWith('（示例）'))).toEqual([]);
});

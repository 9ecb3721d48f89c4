import * as fc from 'fast-check';
import type { ScreeningEvent } from './screening.events';
import { missingOf } from './screening.state';
import { decide, type ScreeningCommand } from './screening.use-cases';
import { aFinding, DISPUTE, EAST, fold, OTHER_DISPUTE, planned, TOWNSHIP, WEST } from './spec/given';

const FINDING = { ...aFinding };
const heldOn = fc.constantFrom('2025-01-05', '2025-01-09', '2025-01-29');
const finding = fc.constantFrom('f1', 'f2', 'f3');
const dispute = fc.constantFrom(DISPUTE, OTHER_DISPUTE);

const command = fc.oneof(
  fc.record({
    type: fc.constant('ReportRound' as const),
    data: fc.record({ heldOn, findings: fc.array(fc.constant(FINDING), { minLength: 1, maxLength: 3 }) }),
  }),
  fc.record({ type: fc.constant('ReportZero' as const), data: fc.record({ heldOn }) }),
  fc.record({ type: fc.constant('LinkFinding' as const), data: fc.record({ finding, dispute }) }),
  fc.record({ type: fc.constant('MatchFinding' as const), data: fc.record({ finding, dispute }) }),
  fc.record({
    type: fc.constant('HandleFinding' as const),
    data: fc.record({ finding, how: fc.constant('当场劝和。（示例）') }),
  }),
  fc.record({ type: fc.constant('CloseScreening' as const), data: fc.constant({}) }),
);
const step = fc.record({
  command,
  org: fc.constantFrom(EAST, WEST, TOWNSHIP),
  now: fc.constantFrom('2025-01-10T12:00:00+08:00', '2025-01-30T12:00:00+08:00'),
});

interface Step {
  readonly command: ScreeningCommand;
  readonly org: string;
  readonly now: string;
}

const play = (steps: readonly Step[]): readonly ScreeningEvent[] =>
  steps.reduce<readonly ScreeningEvent[]>(
    (history, { command: asked, org, now }) => {
      const context = { actor: { sub: 'u', org, roles: [] }, now, occurredAt: now };
      const decision = decide(asked, fold(history), context);
      return decision.kind === 'accepted' ? [...history, ...decision.events] : history;
    },
    [planned],
  );

const of = <Type extends ScreeningEvent['type']>(history: readonly ScreeningEvent[], ...types: readonly Type[]) =>
  history.filter((each): each is Extract<ScreeningEvent, { type: Type }> => types.some((type) => type === each.type));

const unique = (values: readonly string[]): void => expect(new Set(values).size).toBe(values.length);

it('holds whatever is asked, by whom and when', () => {
  const parameters = { numRuns: 500 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const history = play(steps);
      const rounds = of(history, 'RoundReported', 'ZeroReported');
      const findings = of(history, 'FindingReported');
      // A division counts once.
      unique(rounds.map(({ data }) => data.place));
      // A finding comes to one thing, and a dispute comes of one finding.
      unique(of(history, 'FindingBecameDispute', 'FindingHandled', 'FindingMatched').map(({ data }) => data.finding));
      unique(of(history, 'FindingBecameDispute').map(({ data }) => data.dispute));
      // Findings are numbered without gaps, and a round says how many it has.
      expect(findings.map(({ data }) => data.finding)).toEqual(findings.map((_, index) => `f${index + 1}`));
      expect(findings.length).toBe(of(history, 'RoundReported').reduce((sum, { data }) => sum + data.findings, 0));
      // Every division has reported or is missing; the closing names exactly these, and no round comes after it.
      const state = fold(history);
      if (state.phase === 'absent') throw new Error('it was planned');
      expect([...rounds.map(({ data }) => data.place), ...missingOf(state)].sort()).toEqual([...state.plan.places]);
      for (const { data } of of(history, 'ScreeningClosed')) expect(data.missing).toEqual(missingOf(state));
    }),
    parameters,
  );
});

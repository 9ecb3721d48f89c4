import {
  decide,
  evolve,
  lapsedAt,
  type Dispute,
  type DisputeEvent,
  type DisputeEventType,
} from '@mediation/dispute/domain';
import { clocksOf, rulePackFor, type Clock } from '@mediation/rules';
import { planSampleYear } from '../plan';
import { has, tally } from './counted';
import { play, type PlayedDispute } from '../played-year';
import { sampleDirectory } from '../sample-directory';

const NEW_YEARS_EVE = '2025-12-31T23:59:59+08:00';
const LONG_AFTER = '2026-12-31T00:00:00+08:00';

const directory = sampleDirectory();
const year = planSampleYear(directory, 2025).map(play);

const clocks = (state: Dispute, now: string): readonly Clock[] =>
  state.phase === 'absent' ? [] : clocksOf(state.file.occurrences, now);

/** What the law counts from, one way or another. */
const COUNTED: readonly DisputeEventType[] = [
  'DisputeAccepted',
  'HandoffOffered',
  'MilestoneReached',
  'PoliceCaseAccepted',
  'LegalAidApplied',
  'ConfirmationFiled',
];

const howItCame = ({ state }: PlayedDispute): string => {
  const source = state.phase === 'absent' ? '' : state.file.source;
  if (['application', 'online'].includes(source)) return 'applied for';
  return ['proactive', 'screening', 'grid'].includes(source) ? 'found' : 'passed on';
};

describe('the clocks of the sample year', () => {
  const without = year.filter(({ state }) => clocks(state, NEW_YEARS_EVE).length === 0);

  it('run for every dispute that was accepted, handed on, or brought to an authority', () => {
    const counted = without.filter((dispute) => COUNTED.some((type) => has(dispute, type)));
    expect(counted.map(({ number, storyline }) => [number, storyline])).toEqual([]);
    expect(year.length - without.length).toBe(870);
  });

  it('run for no other: no text says how soon a committee takes up what it is asked, but for labour disputes', () => {
    expect(tally(without.map((dispute) => `${dispute.storyline}, ${howItCame(dispute)}`))).toEqual({
      'declined, applied for': 4,
      'declined, found': 12,
      'incident-only, applied for': 2,
      'just-registered, applied for': 2,
      'just-registered, found': 6,
      'refused-at-once, applied for': 4,
      'refused-at-once, found': 8,
      'refused-at-once, passed on': 2,
      'withdrawn-at-once, applied for': 6,
      'withdrawn-at-once, found': 5,
      'withdrawn-at-once, passed on': 1,
    });
    const appliedFor = without.filter((dispute) => howItCame(dispute) === 'applied for');
    expect(appliedFor.filter(({ state }) => state.phase !== 'absent' && state.file.disputeType === 'labour')).toEqual(
      [],
    );
  });

  it('stand so as the year ends', () => {
    const all = year.flatMap(({ state }) => clocks(state, NEW_YEARS_EVE));
    expect(tally(all.map(({ rule, state }) => `${rule}: ${state}`))).toEqual({
      'administrative-mediation: met': 26,
      'confirmation-acceptance: met': 11,
      'confirmation-decision: met': 11,
      'confirmation-filing: due': 701,
      'confirmation-filing: met': 11,
      'confirmation-filing: running': 38,
      'directive-reply: due': 2,
      'directive-reply: met': 32,
      'entrusted-ordinary: met': 9,
      'entrusted-summary: expired': 2,
      'entrusted-summary: met': 8,
      'escalation-reply: due': 4,
      'escalation-reply: met': 88,
      'escalation-reply: met-late': 4,
      'escalation-reply: running': 3,
      'labour-mediation: met': 49,
      'labour-mediation: met-late': 7,
      'labour-mediation: running': 1,
      'legal-aid-assignment: met': 4,
      'legal-aid-decision: met': 4,
      'legal-aid-link-reply: met': 2,
      'mediator-choice: met': 20,
      'mediator-choice: met-late': 4,
      'medical-mediation: expired': 1,
      'medical-mediation: met': 11,
      'people-mediation-month: met': 758,
      'people-mediation-month: met-late': 4,
      'people-mediation-month: running': 14,
      'petition-handling: met': 7,
      'petition-link-reply: due': 2,
      'petition-link-reply: met': 15,
      'petition-link-reply: running': 1,
      'petition-notice: met': 7,
      'petition-objection: met': 7,
      'petition-review-request: due': 7,
      'petition-routing: met': 7,
      'police-case: met': 3,
      'police-link-reply: due': 2,
      'police-link-reply: met': 26,
      'police-link-reply: met-late': 2,
      'police-link-reply: running': 2,
      'police-mediation: met': 8,
      'procuratorate-link-reply: met': 2,
      'referral-reply: expired': 2,
      'referral-reply: met': 31,
      'traffic-after-failure: due': 10,
      'traffic-application: due': 3,
      'transfer-reply: due': 3,
      'transfer-reply: met': 20,
      'transfer-reply: running': 1,
    });
  });
});

/** Rules whose last day ends something by itself, or binds a court. */
const STRICT: readonly string[] = [
  'referral-reply',
  'entrusted-ordinary',
  'entrusted-summary',
  'medical-mediation',
  'confirmation-acceptance',
  'confirmation-decision',
  'legal-aid-decision',
  'legal-aid-assignment',
  'police-case',
  'petition-routing',
  'petition-handling',
];

it.each([2025, 7, 424242])('no strict limit is overrun, but for those whose lapse is told (seed %d)', (seed) => {
  const played = seed === 2025 ? year : planSampleYear(directory, seed).map(play);
  const strict = played
    .flatMap(({ state }) => clocks(state, NEW_YEARS_EVE))
    .filter(({ rule }) => STRICT.includes(rule));
  const overrun = strict.filter(({ state }) => state === 'due' || state === 'met-late');
  expect(overrun.map(({ id }) => id)).toEqual([]);
  const expired = strict.filter(({ state }) => state === 'expired');
  expect(tally(expired.map(({ rule }) => rule))).toEqual({
    'entrusted-summary': 2,
    'medical-mediation': 1,
    'referral-reply': 2,
  });
});

const byLapse = (a: Clock, b: Clock): number => Date.parse(lapsedAt(a)) - Date.parse(lapsedAt(b));

interface Watched {
  readonly state: Dispute;
  readonly events: readonly DisputeEvent[];
}

/** What the watch records of it once the year is told, long after. */
const watched = ({ state: asTold }: PlayedDispute): Watched => {
  const events: DisputeEvent[] = [];
  let state = asTold;
  for (;;) {
    const [next] =
      state.phase === 'closed'
        ? []
        : clocks(state, LONG_AFTER)
            .filter((each) => each.state === 'due')
            .sort(byLapse);
    if (next === undefined) return { state, events };
    const occurredAt = lapsedAt(next);
    const rules = rulePackFor(occurredAt.slice(0, 10), '370402');
    const actor = { sub: 'watch', org: '370402-center', roles: ['system'] };
    const command = { type: 'ExpireTimeLimit', data: { clock: next.id } } as const;
    const decision = decide(command, state, { actor, now: LONG_AFTER, occurredAt, rules });
    if (decision.kind === 'refused') throw new Error(`${next.id}: ${decision.refusal}`);
    for (const event of decision.events) {
      events.push(event);
      state = evolve(state, { ...event, metadata: { occurredAt, rules: rules.id } });
    }
  }
};

describe('the watch, once the year is told', () => {
  const all = year.map(watched);

  it('records what ran out of the disputes that are still open, and changes nothing else', () => {
    expect(tally(all.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual({
      TimeLimitExpired: 63,
    });
    const clocksTold = all.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'TimeLimitExpired' ? [event.data.rule] : [])),
    );
    expect(tally(clocksTold)).toEqual({
      'confirmation-filing': 28,
      'directive-reply': 2,
      'escalation-reply': 7,
      'labour-mediation': 1,
      'people-mediation-month': 14,
      'petition-link-reply': 3,
      'police-link-reply': 4,
      'transfer-reply': 4,
    });
  });

  it('leaves every open handoff open: none of them is one that lapses by itself', () => {
    const open = (states: readonly Dispute[]) =>
      states.filter((state) => state.phase !== 'absent' && state.file.handoff !== undefined).length;
    expect([open(year.map(({ state }) => state)), open(all.map(({ state }) => state))]).toEqual([20, 20]);
  });
});

import {
  addDays,
  covers,
  divisionOf,
  tierOfDivision,
  type DivisionCode,
  type Instant,
  type Tier,
} from '@mediation/kernel';
import type { PlannedDispute } from './plan';
import { seededRandom, type Random } from './random';
import { at, outcomesOf, reportOf, roundOf, type Act, type Campaign, type Reporter } from './screening-round';
import type { PlannedStep } from './script';

/** 集中排查, once a quarter: every village for its township, and the townships and the district themselves for the district. */
const CAMPAIGNS: readonly Campaign[] = [
  { theme: '春节前矛盾纠纷集中排查', from: '2025-01-06', to: '2025-01-24', dueOn: '2025-01-26' },
  { theme: '春耕期间矛盾纠纷集中排查', from: '2025-04-07', to: '2025-04-25', dueOn: '2025-04-28' },
  { theme: '汛期矛盾纠纷集中排查', from: '2025-07-07', to: '2025-07-25', dueOn: '2025-07-28' },
  { theme: '年终矛盾纠纷集中排查', from: '2025-10-09', to: '2025-10-29', dueOn: '2025-10-31' },
];
const NEVER_REPORTED = 0.02;

const byTime = (a: { readonly occurredAt: Instant }, b: { readonly occurredAt: Instant }): number =>
  a.occurredAt < b.occurredAt ? -1 : Number(a.occurredAt > b.occurredAt);

interface Wanted {
  readonly campaign: Campaign;
  /** The centre that calls for it. */
  readonly planner: string;
  readonly reporters: readonly Reporter[];
  /** By village, in order of registration. */
  readonly disputes: ReadonlyMap<DivisionCode, readonly PlannedDispute[]>;
}

const stepsOf = (random: Random, { campaign, planner, reporters, disputes }: Wanted): readonly PlannedStep[] => {
  const by = { org: planner, role: 'center-officer' as const };
  const { theme, from, to, dueOn } = campaign;
  const plan: Act = {
    ...by,
    path: '/screenings',
    body: { kind: 'concentrated', theme, from, to, dueOn, places: reporters.map(({ place }) => place) },
    occurredAt: at(random, addDays(from, -3)),
  };
  const rounds = reporters
    .map((reporter) => {
      const own = random.fork(reporter.place);
      const found = disputes.get(reporter.place) ?? [];
      const isMissing = found.length === 0 && own.chance(NEVER_REPORTED);
      return isMissing ? undefined : roundOf(own, { campaign, reporter }, found);
    })
    .filter((each) => each !== undefined)
    .sort((a, b) => byTime({ occurredAt: a.reportedAt }, { occurredAt: b.reportedAt }));
  let first = 1;
  const outcomes = rounds.flatMap((round) => {
    const acts = outcomesOf(random.fork(`${round.reporter.place}/after`), round, first);
    first += acts.length;
    return acts;
  });
  const close: Act = { ...by, path: '/screenings/:id/closure', body: {}, occurredAt: at(random, addDays(dueOn, 12)) };
  return [plan, ...rounds.map(reportOf), ...[...outcomes, close].sort(byTime)].map((act) => ({
    ...act,
    tier: tierOfDivision(divisionOf(act.org)) ?? 'village',
    recordedAt: act.occurredAt,
  }));
};

interface Divisions {
  divisions(): readonly { readonly code: DivisionCode; readonly tier: Tier }[];
}

const placeOf = ({ steps: [first] }: PlannedDispute): DivisionCode => String(first?.body['place']);

/** Disputes that a village's own people found on a round within the campaign. */
const foundIn = ({ from, to }: Campaign, plan: readonly PlannedDispute[]) => {
  const found = plan.filter(({ registeredOn, steps: [first] }) => {
    const isScreened =
      first?.body['source'] === 'screening' && first.org === `${String(first.body['place'])}-committee`;
    return isScreened && registeredOn >= from && registeredOn <= to;
  });
  const places = new Set(found.map(placeOf));
  return new Map([...places].map((place) => [place, found.filter((each) => placeOf(each) === place)]));
};

const numbered = (index: number, steps: readonly PlannedStep[], storyline: string): PlannedDispute => ({
  number: index,
  storyline,
  registeredOn: steps[0]?.occurredAt.slice(0, 10) ?? '',
  steps,
});

/** The year's screenings, told like disputes: the first step opens one, and its links name disputes of the plan. */
export const planScreenings = (
  directory: Divisions,
  seed: number,
  disputes: readonly PlannedDispute[],
): readonly PlannedDispute[] => {
  const random = seededRandom(`sample-screenings/${seed}`);
  const divisions = directory.divisions();
  const townships = divisions.filter(({ tier }) => tier === 'township');
  const district = divisions.filter(({ tier }) => tier === 'district');
  const courses = CAMPAIGNS.flatMap((campaign) => {
    const found = foundIn(campaign, disputes);
    const own = (division: DivisionCode, reporters: readonly Reporter[]) =>
      stepsOf(random.fork(`${campaign.from}/${division}`), {
        campaign,
        planner: `${division}-center`,
        reporters,
        disputes: found,
      });
    const centres = [...townships, ...district].map(({ code }): Reporter => ({
      place: code,
      org: `${code}-center`,
      role: 'center-officer',
    }));
    const villagesOf = (township: DivisionCode) =>
      divisions
        .filter(({ tier, code }) => tier === 'village' && covers(township, code))
        .map(({ code }, turn): Reporter => ({
          place: code,
          org: `${code}-committee`,
          role: turn % 3 === 0 ? 'mediator' : 'grid-worker',
        }));
    return [
      ...townships
        .map(({ code }) => [code, villagesOf(code)] as const)
        .filter(([, villages]) => villages.length > 0)
        .map(([code, villages]) => own(code, villages)),
      ...district.map(({ code }) => own(code, centres)),
    ];
  });
  return courses.map((steps, index) => numbered(disputes.length + 1 + index, steps, 'screening'));
};

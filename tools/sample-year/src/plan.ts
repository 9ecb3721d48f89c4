import { addDays, covers, daysBetween, type DivisionCode, type PlainDate } from '@mediation/kernel';
import { castDispute, type Extras } from './cast';
import type { SampleDirectory } from './district-map';
import { dealExtras } from './extras';
import { FIGURES } from './figures';
import { withRecordedTimes } from './recording';
import { withSecondThoughts } from './second-thoughts';
import { seededRandom, type Random } from './random';
import { Script, type PlannedStep } from './script';
import type { Slot, Storyline } from './storyline';
import { AT_YEARS_END } from './storylines/at-years-end';
import { NOT_MEDIATED } from './storylines/not-mediated';
import { DISTRICT, MEDICAL_DISPUTES } from './storylines/district';
import { AFTER_AGREEMENT } from './storylines/after-agreement';
import { AUTHORITIES } from './storylines/authorities';
import { COURT } from './storylines/court';
import { POLICE } from './storylines/police';
import { TOWNSHIP } from './storylines/township';
import { UNSETTLED, VILLAGE_HANDOFFS } from './storylines/unsettled';
import { VILLAGE_SETTLED } from './storylines/village';
import { withRetellings } from './told-twice';
import { minuteOfWork } from './working-time';

export interface PlannedDispute {
  /** From 1, in order of registration. */
  readonly number: number;
  readonly storyline: string;
  readonly registeredOn: PlainDate;
  readonly steps: readonly PlannedStep[];
}

const SAMPLE_YEAR = 2025;
/** 枣庄市市中区, whose figures these are. */
const SAMPLE_DISTRICT = '370402';
const YEAR_ENDS = `${SAMPLE_YEAR}-12-31`;
/** Late enough for variety, early enough that a risk raised is also averted within the year. */
const EXTRAS_UNTIL = `${SAMPLE_YEAR}-09-30`;

const STORYLINES: readonly Storyline[] = [
  ...VILLAGE_SETTLED,
  ...UNSETTLED,
  ...VILLAGE_HANDOFFS,
  ...TOWNSHIP,
  ...POLICE,
  ...COURT,
  ...AUTHORITIES,
  ...AFTER_AGREEMENT,
  ...DISTRICT,
  ...MEDICAL_DISPUTES,
  ...NOT_MEDIATED,
  ...AT_YEARS_END,
];

/** One slot a dispute; the storyline called `rest` fills the year up to its number of mediated disputes. */
const slots = (): readonly Slot[] => {
  const fixed = STORYLINES.filter((each) => each.mediated).reduce(
    (sum, { count }) => sum + (count === 'rest' ? 0 : count),
    0,
  );
  return STORYLINES.flatMap((storyline) => {
    const count = storyline.count === 'rest' ? FIGURES.mediated - fixed : storyline.count;
    return Array.from({ length: count }, (_, turn) => ({ storyline, turn }));
  });
};

const dayWithin = (random: Random, from: PlainDate, until: PlainDate): PlainDate =>
  addDays(from, random.int(0, daysBetween(from, until)));

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

interface Villages {
  readonly directory: SampleDirectory;
  readonly villages: readonly { readonly code: DivisionCode; readonly name: string }[];
}

const write = (random: Random, { storyline, turn }: Slot, extras: Extras, { directory, villages }: Villages) => {
  const last = `${SAMPLE_YEAR}-${storyline.until}`;
  const until = extras.averted === undefined ? last : earlier(last, EXTRAS_UNTIL);
  const date = dayWithin(random, `${SAMPLE_YEAR}-${storyline.from}`, until);
  const { types, sources } = storyline;
  const cast = castDispute(random, { place: random.pick(villages), extras, types, sources });
  const start = { date, minute: minuteOfWork(random.int(0, 900)) };
  const script = new Script(cast, random, directory, start);
  storyline.play(script, turn);
  // Time only goes forward in a script, so that what is left is its beginning.
  return withSecondThoughts(random, cast, script.steps).filter(
    ({ occurredAt }) => occurredAt.slice(0, 10) <= YEAR_ENDS,
  );
};

/** The district's whole year, always the same for a seed and a directory. Reads no clock. */
export const planSampleYear = (directory: SampleDirectory, seed: number): readonly PlannedDispute[] => {
  const random = seededRandom(`sample-year/${seed}`);
  const villages = directory
    .divisions()
    .filter(({ tier, code }) => tier === 'village' && covers(SAMPLE_DISTRICT, code));
  if (villages.length === 0)
    throw new Error('名录中没有村居，请先导入区划 the directory has no village; import divisions first');
  const all = slots();
  const extras = dealExtras(random.fork('extras'), all);
  const plan = all
    .map((slot, index) => {
      const own = random.fork(`${slot.storyline.name}/${slot.turn}`);
      const steps = write(own, slot, extras.get(index) ?? {}, { directory, villages });
      return { storyline: slot.storyline.name, opened: steps[0]?.occurredAt ?? '', steps };
    })
    .sort((a, b) => (a.opened < b.opened ? -1 : Number(a.opened > b.opened)))
    .map(({ storyline, opened, steps }, index) => ({
      number: index + 1,
      storyline,
      registeredOn: opened.slice(0, 10),
      steps,
    }));
  return withRecordedTimes(random.fork('recording'), withRetellings(plan));
};

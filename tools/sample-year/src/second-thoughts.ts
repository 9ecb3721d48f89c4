import { CATEGORY_CODES, typeOfCategory, type CategoryCode } from '@mediation/dispute/domain';
import { addDays, type JsonObject } from '@mediation/kernel';
import type { Cast } from './cast';
import { bodiesAround } from './district-map';
import type { Random } from './random';
import type { ScriptedStep } from './script';
import { inOfficeHours, instantOf, minuteOfWork } from './working-time';

const CONCLUSION = '/disputes/:id/emergency/conclusion';
const CLOSURE = '/disputes/:id/closure';

const byTheCentre = ({ village }: Cast, path: string, body: JsonObject, occurredAt: string): ScriptedStep => ({
  tier: 'district',
  org: bodiesAround(village).districtCentre,
  role: 'center-officer',
  path: `/disputes/:id/${path}`,
  body,
  occurredAt,
});

/** After an incident its people are counted once more; of others, one in twenty-five turns out to concern more people than was thought. */
const countedAgain = (random: Random, cast: Cast, steps: readonly ScriptedStep[]): readonly ScriptedStep[] => {
  const concluded = steps.findIndex(({ path }) => path === CONCLUSION);
  const at = concluded >= 0 ? concluded + 1 : 1;
  const before = steps[at - 1];
  if (before === undefined || steps.slice(0, at).some(({ path }) => path === CLOSURE)) return steps;
  if (!random.chance(concluded >= 0 ? 0.7 : 0.04)) return steps;
  const headcount = concluded >= 0 ? (cast.incidentPeople ?? cast.headcount) : cast.headcount + random.int(1, 12);
  const again = byTheCentre(cast, 'assessment', { headcount }, before.occurredAt);
  return [...steps.slice(0, at), again, ...steps.slice(at)];
};

/** Mostly a fine code where there was none; now and then it turns out to be about something else. Medical ones are known as such. */
const codeLater = (random: Random, { disputeType, category }: Cast): CategoryCode => {
  const sameType = random.chance(0.6);
  return random.pick(
    CATEGORY_CODES.filter((code) => code !== category && !code.endsWith('-unspecified')).filter((code) =>
      sameType ? typeOfCategory(code) === disputeType : typeOfCategory(code) !== 'medical',
    ),
  );
};

const classifiedLater = (random: Random, cast: Cast, steps: readonly ScriptedStep[]): readonly ScriptedStep[] => {
  const last = steps.at(-1);
  if (last === undefined || cast.disputeType === 'medical' || !random.chance(0.06)) return steps;
  const date = addDays(last.occurredAt.slice(0, 10), random.int(3, 45));
  const on = instantOf(inOfficeHours({ date, minute: minuteOfWork(random.int(0, 900)) }));
  return [...steps, byTheCentre(cast, 'classification', { category: codeLater(random, cast) }, on)];
};

/** 改分类、改人数: what the district's centre puts right when it looks through the files. */
export const withSecondThoughts = (
  random: Random,
  cast: Cast,
  steps: readonly ScriptedStep[],
): readonly ScriptedStep[] =>
  classifiedLater(random.fork('classified-later'), cast, countedAgain(random.fork('counted-again'), cast, steps));

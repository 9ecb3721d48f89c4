import type { ToldDispute } from './recording';
import type { ScriptedStep } from './script';

const PREFIX = '00000000-0000-4000-8000-';
/** Stands in a step's body for the id that a dispute of the plan gets once it is registered. */
export const placeholder = (number: number): string => PREFIX + String(number).padStart(12, '0');

/** The dispute of the plan that a placeholder stands for; undefined for anything else. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'string' && value.startsWith(PREFIX) ? Number(value.slice(PREFIX.length)) : undefined;

/** In a storyline: the dispute that is told here for the second time, whichever it turns out to be. */
export const TOLD_BEFORE = placeholder(0);

const linkTo = (step: ScriptedStep, number: number): ScriptedStep =>
  numberOf(step.body['to']) === undefined ? step : { ...step, body: { ...step.body, to: placeholder(number) } };

const retold = (dispute: ToldDispute, before: ToldDispute): ToldDispute => {
  const [first, ...rest] = dispute.steps;
  const said = before.steps[0]?.body;
  if (first === undefined || said === undefined) return dispute;
  const body = { ...said, source: first.body['source'] };
  return { ...dispute, steps: [{ ...first, body }, ...rest.map((step) => linkTo(step, before.number))] };
};

/** People who tell their quarrel at a second door say what they said at the first, which a village had opened last. */
export const withRetellings = (plan: readonly ToldDispute[]): readonly ToldDispute[] =>
  plan.map((dispute, index) => {
    const links = dispute.steps.some(({ body }) => body['to'] === TOLD_BEFORE);
    const before = links && plan.slice(0, index).findLast(({ storyline }) => storyline.startsWith('village-'));
    return before ? retold(dispute, before) : dispute;
  });

import { addDays, type Instant, type PlainDate } from '@mediation/kernel';
import type { PlannedDispute } from './plan';
import type { Random } from './random';
import type { PlannedStep, ScriptedStep } from './script';
import { numberOf } from './told-twice';
import { inOfficeHours, instantOf, minuteOfWork, minutesLater, type Moment } from './working-time';

/** By when even the slowest have entered the year. */
export const ALL_RECORDED_BY: PlainDate = '2026-01-12';

/** A dispute as its storyline tells it: what happened, not yet when it was entered. */
export type ToldDispute = Omit<PlannedDispute, 'steps'> & { readonly steps: readonly ScriptedStep[] };

const momentOf = (at: Instant): Moment => ({
  date: at.slice(0, 10),
  minute: Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)),
});

const soon = (random: Random, at: Instant): Instant => instantOf(minutesLater(momentOf(at), random.int(1, 30)));

const daysLater = (random: Random, at: Instant, [from, to]: readonly [number, number]): Instant => {
  const date = addDays(at.slice(0, 10), random.int(from, to));
  const late = inOfficeHours({ date, minute: minuteOfWork(random.int(0, 900)) });
  return late.date <= ALL_RECORDED_BY ? instantOf(late) : `${ALL_RECORDED_BY}T17:30:00+08:00`;
};

/** Of ten disputes seven are entered as they go; of the others, some steps come days late and a few come weeks late. */
const entered = (random: Random, at: Instant, isPunctual: boolean): Instant => {
  if (isPunctual || random.chance(0.84)) return soon(random, at);
  return daysLater(random, at, random.chance(0.75) ? [1, 6] : [8, 35]);
};

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** 补录: when each step was entered. Never before it happened, nor before what was entered ahead of it, in its own file or in one that it links to. */
export const withRecordedTimes = (random: Random, told: readonly ToldDispute[]): readonly PlannedDispute[] => {
  const openedAt = new Map<number, Instant>();
  return told.map((dispute) => {
    const own = random.fork(`recorded/${dispute.number}`);
    const isPunctual = own.chance(0.7);
    let latest = '';
    const steps = dispute.steps.map((step): PlannedStep => {
      const linked = openedAt.get(numberOf(step.body['to']) ?? 0) ?? '';
      latest = later(later(latest, linked), entered(own, step.occurredAt, isPunctual));
      return { ...step, recordedAt: latest };
    });
    openedAt.set(dispute.number, steps[0]?.recordedAt ?? '');
    return { ...dispute, steps };
  });
};

import { listOf } from '@mediation/nest';
import { CLOCK_STATES, EXPIRY_EFFECTS } from '@mediation/rules';
import { z } from 'zod';
import { instant, plainDate, remaining, urgency } from '../fields';

/** A limit of the law in short. */
export const openClock = z
  .object({
    id: z.string(),
    rule: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    article: z.string(),
    dueOn: plainDate.meta({ description: '最后一日 the last day' }),
    state: z.enum(CLOCK_STATES),
    expiry: z.enum(EXPIRY_EFFECTS),
    remaining: remaining.optional(),
    provisional: z
      .boolean()
      .meta({ description: '跨入放假安排尚未公布的年份 over a year whose holidays are not published' }),
    urgency: urgency.optional(),
  })
  .meta({ id: 'OpenClock' });

const pause = z.object({ reason: z.string(), from: plainDate, to: plainDate.optional() });
const extension = z.object({ on: plainDate, unit: z.string(), length: z.int() });

/** A limit of the law, with what it follows from. */
export const clock = z
  .object({
    ...openClock.shape,
    subject: z.string(),
    source: z.string(),
    certainty: z.string(),
    pack: z.string(),
    startedAt: instant,
    startsOn: plainDate,
    dueAt: instant.optional(),
    rollsFrom: plainDate
      .optional()
      .meta({ description: '顺延之前的最后一日 the last day before it rolled to a working day' }),
    pauses: listOf(pause),
    extensions: listOf(extension),
    endedAt: instant.optional(),
  })
  .meta({ id: 'DisputeClock' });

export type OpenClockAnswer = z.output<typeof openClock>;
export type ClockAnswer = z.output<typeof clock>;

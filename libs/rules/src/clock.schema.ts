import { z } from 'zod';
import { CLOCK_STATES } from './clock';
import { EXPIRY_EFFECTS } from './vocabulary';

const date = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const pause = z.object({ reason: z.string(), from: date, to: date.optional() });
const extension = z.object({ on: date, unit: z.string(), length: z.number() });

/** A clock as it is told to others. */
export const clockShape = {
  id: z.string(),
  rule: z.string(),
  subject: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  source: z.string(),
  article: z.string(),
  certainty: z.string(),
  pack: z.string(),
  startedAt: moment,
  startsOn: date,
  dueOn: date.meta({ description: '最后一日 the last day' }),
  dueAt: moment.optional(),
  rollsFrom: date.optional().meta({ description: '顺延之前的最后一日 the last day before it rolled to a working day' }),
  provisional: z
    .boolean()
    .meta({ description: '跨入放假安排尚未公布的年份 over a year whose holidays are not published' }),
  pauses: z.array(pause).readonly(),
  extensions: z.array(extension).readonly(),
  state: z.enum(CLOCK_STATES),
  expiry: z.enum(EXPIRY_EFFECTS),
  endedAt: moment.optional(),
  remaining: z
    .object({ days: z.int(), workingDays: z.int() })
    .optional()
    .meta({ description: '距最后一日，过期为负，已了结则无 days left; negative when past; absent when it has ended' }),
};

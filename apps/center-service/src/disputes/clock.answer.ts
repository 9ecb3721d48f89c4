import { clockShape } from '@mediation/rules';
import { z } from 'zod';
import { urgency } from '../fields';

/** A limit of the law, with what it follows from. */
export const clock = z.object({ ...clockShape, urgency: urgency.optional() }).meta({ id: 'DisputeClock' });

/** In short. */
export const openClock = clock
  .pick({
    id: true,
    rule: true,
    titleZh: true,
    titleEn: true,
    article: true,
    dueOn: true,
    state: true,
    expiry: true,
    remaining: true,
    provisional: true,
    urgency: true,
  })
  .meta({ id: 'OpenClock' });

export type OpenClockAnswer = z.output<typeof openClock>;
export type ClockAnswer = z.output<typeof clock>;

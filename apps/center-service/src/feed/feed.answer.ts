import { z } from 'zod';
import { timelineEntry } from '../disputes/disputes.answer';
import { bodyAnswerSchema } from '../fields';

/** The data of one server-sent event; its id is the event's position. */
export const feedItem = z
  .object({ dispute: z.string(), ...timelineEntry.shape, custodian: bodyAnswerSchema })
  .meta({ id: 'FeedItem' });
export type FeedItem = z.output<typeof feedItem>;

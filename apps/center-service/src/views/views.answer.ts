import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { instant } from '../fields';

const position = z.string().meta({ description: '在全部事件中的位置 a place in the order of all events' });

export const viewsAnswer = z
  .object({
    projector: z.object({
      state: z.enum(['starting', 'following', 'failing', 'closed']),
      fault: z.string().optional(),
      stale: listOf(z.string()).meta({ description: '待重建的视图 views to be rebuilt' }),
    }),
    head: position.optional(),
    views: listOf(
      z.object({
        name: z.string(),
        generation: z.int(),
        version: z.int(),
        state: z.enum(['live', 'building']),
        checkpoint: position.optional(),
        updatedAt: instant,
        parked: z.int(),
        behind: z
          .int()
          .meta({ description: '落后的事件数，1000 即不少于 1000 events behind; 1000 stands for as many or more' }),
      }),
    ),
  })
  .meta({ id: 'Views' });

export const parkedAnswer = z
  .object({
    items: listOf(
      z.object({
        view: z.string(),
        stream: z.string(),
        dispute: z.string().optional(),
        revision: z.int(),
        position,
        eventId: z.string(),
        type: z.string(),
        code: z.string(),
        parkedAt: instant,
      }),
    ),
  })
  .meta({ id: 'Parked' });

export type ViewsAnswer = z.output<typeof viewsAnswer>;
export type ParkedAnswer = z.output<typeof parkedAnswer>;

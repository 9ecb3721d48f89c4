import { DISPUTE_TYPES } from '@mediation/dispute/domain';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { bodyAnswerSchema, describedBodySchema, instant } from '../fields';
import { pageAnswer } from '../paging';

const minutes = z.int().meta({ description: '分钟 minutes' });

const unit = z.object({
  unit: bodyAnswerSchema,
  by: bodyAnswerSchema,
  dispatchedAt: instant,
  arrivedAt: instant.optional(),
  minutesToArrive: minutes.optional().meta({ description: '出动到到达 from being sent to being there' }),
});

const logEntry = z.object({
  at: instant,
  what: z.enum(['raised', 'dispatched', 'arrived', 'concluded']),
  body: bodyAnswerSchema,
  people: z.int().optional(),
});

export const incident = z
  .object({
    dispute: z.string(),
    n: z.int().meta({ description: '该纠纷的第几次 which of the dispute’s' }),
    type: z.enum(DISPUTE_TYPES),
    place: z.string(),
    custodian: describedBodySchema,
    state: z.enum(['raised', 'dispatched', 'arrived', 'concluded']),
    people: z.int().meta({ description: '处置完毕所报人数，此前为上报人数 as told last' }),
    raisedAt: instant,
    raisedBy: bodyAnswerSchema,
    concludedAt: instant.optional(),
    units: listOf(unit),
    arrived: z.int(),
    minutesToDispatch: minutes.optional().meta({ description: '上报到首次出动 to the first unit sent' }),
    minutesToArrive: minutes.optional().meta({ description: '上报到首次到达 to the first unit there' }),
    minutesToConclude: minutes.optional(),
    minutesRunning: minutes.optional().meta({ description: '未处置完毕的，至今 so far, while it is running' }),
    log: listOf(logEntry),
  })
  .meta({ id: 'Incident' });

export const emergenciesAnswer = z.object({
  asOf: instant,
  running: listOf(incident).meta({
    description: '未处置完毕的，全部，最早上报的在前 all that are running, the longest first',
  }),
  people: z.int().meta({ description: '其涉及人数之和 people of those' }),
  more: z.boolean().meta({ description: '未列出全部 there are more of them than told' }),
  ...pageAnswer(incident),
});

export type IncidentAnswer = z.output<typeof incident>;
export type EmergenciesAnswer = z.output<typeof emergenciesAnswer>;

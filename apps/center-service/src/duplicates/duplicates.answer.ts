import { DISPUTE_TYPES, LINK_RELATIONS, SOURCES } from '@mediation/dispute/domain';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { PHASES } from '../disputes/disputes.query';
import { describedBodySchema, plainDate } from '../fields';
import { pageAnswer } from '../paging';
import { PAIR_STATES } from './duplicates.query';

const side = z.object({
  id: z.string(),
  type: z.enum(DISPUTE_TYPES),
  source: z.enum(SOURCES),
  place: z.string(),
  phase: z.enum(PHASES),
  registeredOn: plainDate,
  custodian: describedBodySchema,
});

export const possibleDuplicate = z
  .object({
    dispute: side,
    other: side,
    matches: listOf(z.enum(['people', 'place', 'time'])),
    people: z.enum(['confirmed-by-number', 'by-name']),
    score: z.int(),
    state: z.enum(PAIR_STATES),
    relation: z.enum(LINK_RELATIONS).optional(),
  })
  .meta({ id: 'PossibleDuplicate' });

export const duplicatesAnswer = z.object(pageAnswer(possibleDuplicate));

export type PossibleDuplicate = z.output<typeof possibleDuplicate>;
export type DuplicatesAnswer = z.output<typeof duplicatesAnswer>;

import { accept, refuse } from '@mediation/kernel';
import { MATTERS } from '@mediation/rules';
import { z } from 'zod';
import { open, useCase } from '../use-case';
import { oversees } from '../visibility';

/** 认定所涉事项: what the law says the dispute is about. The list takes the place of the one before; gates turn on it. */
export const noteMatters = useCase({
  name: 'NoteMatters',
  data: z.strictObject({
    matters: z
      .array(z.enum(MATTERS))
      .max(MATTERS.length)
      .meta({ description: '全部所涉事项，取代以前认定的 all of them; they replace what was noted before' }),
  }),
  decide: open(({ matters }, { file }, { actor }) =>
    file.custodian === actor.org || oversees(actor.org, file)
      ? accept({ type: 'MattersNoted', data: { matters: [...new Set(matters)] } })
      : refuse('not-the-responsible-body'),
  ),
});

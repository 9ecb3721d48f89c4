import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { isGovernmentBody } from '../custody';
import { plainDate } from '../fields';
import { open, useCase } from '../use-case';
import { overseesBody } from '../visibility';
import { SUPERVISION_REASONS } from '../vocabulary';

/** 督办: a flag on the responsible body. It moves nothing. */
export const superviseDispute = useCase({
  name: 'SuperviseDispute',
  data: z.strictObject({ reason: z.enum(SUPERVISION_REASONS), replyBy: plainDate.optional() }),
  decide: open((data, { file }, { actor }) =>
    isGovernmentBody(actor.org) && overseesBody(actor.org, file.custodian)
      ? accept({ type: 'DisputeSupervised', data: { by: actor.org, ...data } })
      : refuse('not-an-overseeing-body'),
  ),
});

import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { isGovernmentBody } from '../custody';
import { disputeId, fileText, note } from '../fields';
import { open, useCase } from '../use-case';
import { overseesBody } from '../visibility';
import { LINK_RELATIONS } from '../vocabulary';

/**
 * 并案、关联，或认定并非同一纠纷: what a person made of two disputes that look alike. It closes nothing and moves nothing; the
 * responsible body, or a government body over it, may think again, and its last word counts.
 */
export const linkDispute = useCase({
  name: 'LinkDispute',
  data: z.strictObject({
    to: disputeId,
    relation: z
      .enum(LINK_RELATIONS)
      .meta({ description: '并案·关联·并非同一纠纷 the same dispute again, a related one, or another one' }),
    note,
  }),
  disputes: ({ to }) => [to],
  decide: open(({ to, relation, note: why }, { file }, { actor }) => {
    const oversees = isGovernmentBody(actor.org) && overseesBody(actor.org, file.custodian);
    return file.custodian === actor.org || oversees
      ? accept({ type: 'DisputeLinked', data: { to, relation, personal: fileText(why) } })
      : refuse('not-the-responsible-body');
  }),
});

import { z } from 'zod';
import { bodyOrDivision } from '../fields';
import { pageQuery } from '../paging';

export const PAIR_STATES = ['open', 'linked', 'dismissed'] as const;

export const duplicatesQuery = z.strictObject({
  org: bodyOrDivision.optional().meta({
    description:
      '未结案的一方由此机构或此区划内的机构负责 whose open dispute: of this body, or of one in this division',
  }),
  state: z.enum(PAIR_STATES).default('open').meta({
    description: 'open 待人工判断 not decided yet; linked 已并案或关联; dismissed 已认定并非同一纠纷 told apart',
  }),
  ...pageQuery,
});
export type DuplicatesQuery = z.output<typeof duplicatesQuery>;

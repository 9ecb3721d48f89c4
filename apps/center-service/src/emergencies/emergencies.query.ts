import { z } from 'zod';
import { bodyOrDivision, day } from '../fields';
import { pageQuery } from '../paging';

export const emergenciesQuery = z.strictObject({
  org: bodyOrDivision
    .optional()
    .meta({ description: '由此机构负责或发生在此区划 its responsible body, or where it is' }),
  from: day.optional().meta({
    description: '上报日期起，已处置完毕的默认一年以来 raised on or after; of what is over, default a year back',
  }),
  to: day.optional().meta({ description: '上报日期止 raised on or before' }),
  ...pageQuery,
});
export type EmergenciesQuery = z.output<typeof emergenciesQuery>;

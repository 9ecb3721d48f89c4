import { ROUTES } from '@mediation/dispute/domain';
import { z } from 'zod';

export { body, date, fen, instant, n, personal } from '@mediation/stored-events';

/** Not the list of codes: more are added, and what is published stays. */
export const category = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .meta({ description: '细类代码 fine code of the classification, e.g. personal-injury' });
export const party = z
  .string()
  .min(1)
  .meta({ description: '当事人代号,不含姓名 a party within this dispute, e.g. p1; no name' });
export const handoff = z.string().min(1).meta({ description: '移交的编号 a handoff within this dispute' });
export const mediator = z.string().min(1).meta({ description: '调解员编号 a mediator’s number; no name' });
export const routes = z
  .array(z.enum(ROUTES))
  .meta({ description: '已告知的救济途径 the routes that people were told of' });

import { BODY_KINDS } from '@mediation/kernel';
import { z } from 'zod';
import { divisionCode, TIERS } from '../fields';

export const directoryBodiesQuery = z.strictObject({
  tier: z.enum(TIERS).optional(),
  kind: z.enum(BODY_KINDS).optional(),
  within: divisionCode.optional().meta({ description: '该区划及其下辖 that division and everything in it' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: '名称或代码的一部分 a part of the name or the code' }),
});
export type DirectoryBodiesQuery = z.output<typeof directoryBodiesQuery>;

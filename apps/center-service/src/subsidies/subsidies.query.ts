import { SUBSIDY_PHASES } from '@mediation/subsidy/domain';
import { z } from 'zod';
import { bodyOrDivision, day } from '../fields';
import { pageQuery } from '../paging';

/** Nothing happened to what is unclaimed, and what has yielded is paid under another registration. */
export const LISTED_PHASES = SUBSIDY_PHASES.filter((phase) => phase !== 'unclaimed' && phase !== 'yielded');

const period = {
  from: day.optional().meta({ description: '默认今年1月1日 default: 1 January of this year' }),
  to: day.optional().meta({ description: '默认今天 default: today' }),
  org: bodyOrDivision.optional(),
};
const inOrder = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
const DISORDER = { error: '起始日期晚于截止日期 / from is later than to', path: ['from'] };

const selection = {
  ...period,
  mediator: z.string().min(1).max(64).optional().meta({ description: '调解员编号 a mediator’s number' }),
  phase: z.enum(LISTED_PHASES).optional().meta({ description: '进度 where it stands' }),
};

/** By the day of the claim. */
export const subsidiesQuery = z.strictObject({ ...selection, ...pageQuery }).refine(inOrder, DISORDER);
/** The whole list, for the finance office. */
export const subsidySheetQuery = z.strictObject(selection).refine(inOrder, DISORDER);
export type SubsidySelection = z.output<typeof subsidySheetQuery>;

export const PLACES = ['paid', 'recovered', 'in-hand', 'unclaimed', 'excluded', 'reopened'] as const;
export type Place = (typeof PLACES)[number];

/** By the day the file was archived. */
export const reconciliationQuery = z
  .strictObject({
    ...period,
    place: z.enum(PLACES).optional().meta({ description: '只列此类案卷 list the files of this kind' }),
  })
  .refine(inOrder, DISORDER);
export type ReconciliationQuery = z.output<typeof reconciliationQuery>;

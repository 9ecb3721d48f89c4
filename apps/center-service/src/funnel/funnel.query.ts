import { addDays } from '@mediation/kernel';
import { z } from 'zod';
import { bodyOrDivision, day, TIERS } from '../fields';
import { pageQuery } from '../paging';
import { monthsFrom } from './months';

export const firstOfMonth = day.refine((date) => date.endsWith('-01'), {
  error: '应为某月第一天 / must be the first day of a month: whole months are counted',
});
export const endOfMonth = day.refine((date) => addDays(date, 1).endsWith('-01'), {
  error: '应为某月最后一天 / must be the last day of a month: whole months are counted',
});

/** The longest period: with the one before it and the year before it, that many months are kept counted. */
export const MOST_MONTHS = 60;

interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
export const inOrder = ({ from, to }: Ends): boolean => from === undefined || to === undefined || from <= to;
export const notTooLong = ({ from, to }: Ends): boolean =>
  from === undefined || to === undefined || from > to || monthsFrom(from, `${to.slice(0, 7)}-01`).length <= MOST_MONTHS;

export const OUT_OF_ORDER = { error: '起始日期晚于截止日期 / from is later than to', path: ['from'] };
export const TOO_LONG = { error: `期间不能超过${MOST_MONTHS}个月 / at most ${MOST_MONTHS} months`, path: ['from'] };

export const wholeMonths = {
  from: firstOfMonth
    .optional()
    .meta({ description: '某月第一天，默认截止月往前共12个月 default: twelve months up to `to`' }),
  to: endOfMonth.optional().meta({ description: '某月最后一天，默认本月 default: this month’s last day' }),
  org: bodyOrDivision.optional().meta({
    description: '登记机构或其所在区划 counted by who registered the dispute: a body, or all of a division',
  }),
};

export const funnelQuery = z
  .strictObject({ ...wholeMonths, step: z.enum(['month', 'quarter']).default('month') })
  .refine(inOrder, OUT_OF_ORDER)
  .refine(notTooLong, TOO_LONG);
export type FunnelQuery = z.output<typeof funnelQuery>;

export const funnelDisputesQuery = z
  .strictObject({
    ...wholeMonths,
    figure: z
      .string()
      .regex(/^[a-z-]+(:(\*|[a-z-]+)){0,3}$/, { error: '没有这个数字 / no such figure' })
      .default('registered')
      .meta({
        description:
          'registered、open，或结果代码的开头（* 为任意），如 settled:village、settled:*:judicial、unresolved:refused；up:…、down:… 为上行、回流 ' +
          'registered, open, or how the code of a result begins (* is any); up:… and down:… for what went up and came back',
      }),
    tier: z.enum(TIERS).optional().meta({ description: '登记机构的层级 the tier that registered it' }),
    until: endOfMonth.optional().meta({ description: '至此日的状况，默认 to as it stood then; default: `to`' }),
    ...pageQuery,
  })
  .refine(inOrder, OUT_OF_ORDER);
export type FunnelDisputesQuery = z.output<typeof funnelDisputesQuery>;

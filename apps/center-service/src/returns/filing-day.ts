import { addDays, type DivisionCode, type PlainDate } from '@mediation/kernel';
import { CERTAINTIES } from '@mediation/rules';
import { z } from 'zod';
import type { Period } from './period';
import data from './filing-days.json';

const rule = z.strictObject({
  /** `cn`, or `cn-` and the first digits of a division: the longest that fits counts. */
  jurisdiction: z.string().regex(/^cn(-\d{2,6})?$/),
  dayOfNextMonth: z.int().min(1).max(28),
  source: z.string().min(1),
  certainty: z.enum(CERTAINTIES),
  note: z.string().min(1).optional(),
});
export type FilingRule = z.output<typeof rule>;

export const FILING_RULES: readonly FilingRule[] = z.array(rule).parse(data);

const applies = ({ jurisdiction }: FilingRule, division: DivisionCode): boolean =>
  `cn-${division}`.startsWith(jurisdiction);

export const filingRuleFor = (division: DivisionCode, rules: readonly FilingRule[] = FILING_RULES): FilingRule => {
  const [found] = rules
    .filter((each) => applies(each, division))
    .sort((a, b) => b.jurisdiction.length - a.jurisdiction.length);
  if (found === undefined) throw new Error(`no filing day for ${division}`);
  return found;
};

/** By the end of that day the period is filed; what is known by then is its original figures, for ever. */
export const filedOn = ({ to }: Period, { dayOfNextMonth }: FilingRule): PlainDate =>
  `${addDays(to, 1).slice(0, 8)}${String(dayOfNextMonth).padStart(2, '0')}`;

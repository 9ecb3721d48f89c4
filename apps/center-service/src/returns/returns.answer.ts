import { CERTAINTIES } from '@mediation/rules';
import { DISPUTE_TYPES, GOVERNANCE_TYPES } from '@mediation/dispute/domain';
import { z } from 'zod';
import { plainDate } from '../fields';
import { RETURN_KINDS } from './returns.query';

const names = { zh: z.string(), en: z.string() };
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const line = z.object({
  key: z.string(),
  ...names,
  groupZh: z.string().optional(),
  groupEn: z.string().optional(),
});
const cell = z.object({
  original: z.number().nullable().meta({ description: '报送时的数 as known on the filing day' }),
  correction: z.number().nullable().meta({ description: '其后更正，至截止日 what is known since, at the cut-off' }),
});
const figure = z.object({
  key: z.string(),
  ...names,
  unit: z.enum(['cases', 'people', 'fen', 'percent', 'rounds']),
  formulaZh: z.string(),
  formulaEn: z.string(),
  certainty: z.enum(CERTAINTIES),
});

export const periodAnswer = z.object({ code: z.string(), from: plainDate, to: plainDate, ...names });

export const returnAnswer = z
  .object({
    kind: z.enum(RETURN_KINDS),
    ...names,
    source: z.string(),
    period: periodAnswer,
    org: z.object({ code: z.string(), name: z.string().optional() }),
    asOf: plainDate,
    filedOn: plainDate.meta({ description: '报送日 the day the period is filed' }),
    filingRule: z.object({ source: z.string(), certainty: z.enum(CERTAINTIES), note: z.string().optional() }),
    provisional: z.boolean().meta({
      description:
        '截止日未过或早于报送日，数字还会变 the cut-off is not past, or before the filing day: figures may still change',
    }),
    columns: listOf(line),
    rows: listOf(line.extend({ cells: z.record(z.string(), cell).readonly() })),
    figures: listOf(figure),
    reconciliation: listOf(cell.extend({ key: z.string(), ...names, sign: z.enum(['total', 'plus', 'minus']) })).meta({
      description: '两表合计的勾稽 how both returns’ totals follow from each other',
    }),
    mapping: listOf(
      z.object({
        type: z.enum(DISPUTE_TYPES),
        governance: z.enum(GOVERNANCE_TYPES),
        typeZh: z.string(),
        governanceZh: z.string(),
        handled: z.int().min(0),
      }),
    ).meta({ description: '调处数在两种类型中的分布 the handled disputes in both codings' }),
  })
  .meta({ id: 'OfficialReturn' });
export type ReturnAnswer = z.output<typeof returnAnswer>;

export const returnsAnswer = z
  .object({
    kinds: listOf(z.object({ kind: z.enum(RETURN_KINDS), ...names, source: z.string() })),
    periods: listOf(periodAnswer.extend({ filedOn: plainDate })).meta({
      description: '已有登记的年份的各期，近的在前 periods of the years with disputes, the latest first',
    }),
    org: z.string(),
  })
  .meta({ id: 'OfficialReturns' });
export type ReturnsAnswer = z.output<typeof returnsAnswer>;

export const returnFilesAnswer = z
  .object({
    total: z.int().min(0).meta({ description: '按截止日计的件数 how many at the cut-off' }),
    items: listOf(
      z.object({
        dispute: z.string(),
        type: z.string(),
        category: z.string(),
        place: z.string(),
        custodian: z.string(),
        registeredOn: plainDate,
        original: z.number(),
        correction: z.number(),
      }),
    ).meta({ description: '本人有权查看的，至多 500 件 those the caller may see, 500 at most' }),
  })
  .meta({ id: 'OfficialReturnFiles' });
export type ReturnFilesAnswer = z.output<typeof returnFilesAnswer>;

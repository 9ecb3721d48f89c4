import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { bodyAnswerSchema, plainDate } from '../fields';
import { LISTED_PHASES, PLACES } from './subsidies.query';

const count = z.int().min(0);
const fen = z.int().min(0).meta({ description: '金额（分） integer fen' });
const sum = z.object({ files: count, amountFen: fen });

const rate = z
  .object({
    rule: z.string(),
    zh: z.string(),
    en: z.string(),
    source: z.string(),
    article: z.string(),
    certainty: z.string(),
    pack: z.string(),
  })
  .meta({ description: '金额所依的标准 the rule that gives the amount' });

export const subsidyItem = z
  .object({
    dispute: z.string(),
    dossier: z.string(),
    body: bodyAnswerSchema,
    mediators: listOf(z.string()),
    difficulty: z.string(),
    result: z.string(),
    amountFen: fen,
    rate,
    phase: z.enum(LISTED_PHASES),
    reason: z.string().optional(),
    archived: z.boolean().meta({ description: '卷宗现已归档 the file is archived now' }),
    claimedOn: plainDate,
    reviewedOn: plainDate.optional(),
    approvedOn: plainDate.optional(),
    paidOn: plainDate.optional(),
    batch: z.string().optional(),
    recoveredOn: plainDate.optional(),
  })
  .meta({ id: 'SubsidyItem' });
export type SubsidyItem = z.output<typeof subsidyItem>;

const finding = z
  .object({ disputes: listOf(z.string()), amountFen: fen })
  .meta({ description: '同一纠纷发放过两次以上，应予追回 the same dispute was paid more than once' });

export const subsidiesAnswer = z
  .object({
    from: plainDate,
    to: plainDate,
    items: listOf(subsidyItem),
    next: z.string().optional(),
    totals: z.object({ files: count, amountFen: fen, byPhase: z.partialRecord(z.enum(LISTED_PHASES), sum) }),
    findings: listOf(finding),
  })
  .meta({ id: 'Subsidies' });
export type SubsidiesAnswer = z.output<typeof subsidiesAnswer>;

const places = z.object(
  Object.fromEntries(PLACES.map((place) => [place, sum])) as Record<(typeof PLACES)[number], typeof sum>,
);

export const reconciliationAnswer = z
  .object({
    from: plainDate,
    to: plainDate,
    files: count.meta({ description: '期内归档的案卷 files archived in the period' }),
    places,
    excludedBy: listOf(z.object({ rule: z.string(), zh: z.string(), en: z.string(), files: count })),
    bodies: listOf(bodyAnswerSchema.extend({ files: count, places })),
    listedFen: z.object({ paid: fen, inHand: fen }).meta({
      description: '同一批案卷在补贴清单上的金额 what the subsidy list has for the same files',
    }),
    agrees: z.boolean().meta({
      description: '各类之和等于案卷数，金额与清单一致 the kinds add up to the files, and the sums to the list',
    }),
    items: listOf(
      z.object({
        dispute: z.string(),
        dossier: z.string(),
        body: bodyAnswerSchema,
        place: z.enum(PLACES),
        amountFen: fen.optional(),
        rule: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'SubsidyReconciliation' });
export type ReconciliationAnswer = z.output<typeof reconciliationAnswer>;

import { OUTCOMES } from '@mediation/dispute/domain';
import { listOf } from '@mediation/nest';
import { z } from 'zod';

const words = z.object({ zh: z.string(), en: z.string() });
const date = z.iso.date();
const moment = z.iso.datetime({ offset: true });

export const issueInput = z.strictObject({
  party: z.string().regex(/^p\d{1,3}$/, { error: '当事人编号如 p1 / a party id is like p1' }),
});
export const issuedAnswer = z
  .object({
    party: z.string(),
    number: z
      .string()
      .meta({ description: '卷号，未立卷时为短编号 the file’s number, or a short one while it has none' }),
    code: z.string().meta({ description: '一次性查询码，只显示这一次 the one-time code; shown this once' }),
    expiresAt: moment,
  })
  .meta({ id: 'IssuedPartyCode' });

export const sessionInput = z.strictObject({
  number: z.string().trim().min(1).max(100),
  code: z.string().trim().min(1).max(40),
});
export const sessionAnswer = z.object({ token: z.string(), expiresAt: moment });

export const partyCaseAnswer = z.object({
  asOf: moment,
  number: z.string(),
  registeredOn: date,
  phase: words,
  outcome: z.enum(OUTCOMES).optional(),
  body: z.object({ name: z.string(), mediators: listOf(z.string()) }),
  next: listOf(words).meta({ description: '接下来怎么办 what happens next' }),
  limits: listOf(words.extend({ dueOn: date, provisional: z.boolean(), paused: z.boolean() })).meta({
    description: '与本人有关的期限 time limits that concern the party',
  }),
  signatures: listOf(z.object({ agreement: z.int(), signed: z.boolean(), inEffect: z.boolean() })),
  obligations: listOf(
    z.object({
      agreement: z.int(),
      amountFen: z.int().optional(),
      paidFen: z.int(),
      dueOn: date,
      performed: z.boolean(),
    }),
  ).meta({ description: '本人须履行的义务 what the party itself owes' }),
});

export type Issued = z.output<typeof issuedAnswer>;
export type PartySession = z.output<typeof sessionAnswer>;
export type PartyCase = z.output<typeof partyCaseAnswer>;

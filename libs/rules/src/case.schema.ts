import { z } from 'zod';
import { CASE_KINDS } from './case-kinds';

const date = z.iso.date();

/** A deadline worked out by hand from the text: the test runs it, and docs/rules shows it to whoever reviews the law. */
export const datedCaseSchema = z.strictObject({
  kind: z.enum(CASE_KINDS),
  /** Whose law: `cn`, or a division's code of 2, 4 or 6 digits. */
  jurisdiction: z.string().regex(/^(cn|\d{2}|\d{4}|\d{6})$/),
  /** The day of the trigger. */
  on: date,
  /** What else is true (tags of the vocabulary), beside what the rule's own `when` asks. */
  tags: z.array(z.string()).default([]),
  /** From the day it stopped to the day it went on, as the rule's own first pause reason. */
  pauses: z.array(z.strictObject({ from: date, to: date })).default([]),
  /** How many times it was extended, each by the rule's own length. */
  extensions: z.number().int().min(0).default(0),
  dueOn: date,
  rollsFrom: date.optional(),
  provisional: z.boolean().default(false),
  /** The pack and article that must be answered. */
  pack: z.string().min(1),
  article: z.string().min(1),
  /** The reckoning, step by step, as a lawyer would check it. */
  workingZh: z.string().min(1),
  workingEn: z.string().min(1),
});
export const caseFileSchema = z.strictObject({ rule: z.string().min(1), cases: z.array(datedCaseSchema).min(6) });
export type DatedCase = z.output<typeof datedCaseSchema>;
export type CaseFile = z.output<typeof caseFileSchema>;

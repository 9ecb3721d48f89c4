import {
  dateInShanghai,
  type ActorStamp,
  type BodyCode,
  type Decision,
  type Instant,
  type PlainDate,
} from '@mediation/kernel';
import type { RulePack } from '@mediation/rules';
import { z } from 'zod';
import type { SubsidyRefusal } from './refusals';
import type { SubsidyEvent } from './subsidy.events';
import type { Subsidy } from './subsidy.state';

/** The part of a rule pack that decisions read. */
export type SubsidyRules = Pick<RulePack, 'id' | 'gate' | 'subsidyFor'>;

export interface Context {
  readonly actor: ActorStamp;
  readonly now: Instant;
  /** When it happened; not later than `now`. */
  readonly occurredAt: Instant;
  readonly rules: SubsidyRules;
}

export type SubsidyDecision = Decision<SubsidyEvent, SubsidyRefusal>;

/** One use case: its name, what a caller sends, and the decision. One file each. */
export interface UseCase<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly data: Schema;
  readonly bodies?: (data: z.output<Schema>) => readonly (BodyCode | undefined)[];
  /** Fields that the interface fills in from what it reads itself; no caller may send them. */
  readonly filled?: readonly string[];
  decide(data: z.output<Schema>, subsidy: Subsidy, context: Context): SubsidyDecision;
}

export const useCase = <Name extends string, Schema extends z.ZodType>(definition: UseCase<Name, Schema>) => definition;

export const today = (context: Context): PlainDate => dateInShanghai(context.occurredAt);

const text = (max: number) => z.string().trim().min(1).max(max);
export const note = text(2000)
  .optional()
  .meta({ description: '说明 note (kept as personal data)', 'x-personal-data': true });
/** The place of an event's free text. */
export const fileText = (value: string | undefined) => (value === undefined ? {} : { file: { text: value } });
export const batch = text(100).meta({
  description: '发放批次 reference of the payment batch',
  examples: ['2025-Q2-01'],
});

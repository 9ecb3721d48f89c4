import type { Decision, JsonObject } from '@mediation/kernel';
import type { z } from 'zod';
import type { AggregateCalls, AggregateCommand, Words } from './aggregate-calls';

export type Value = string | number | boolean;

/** Data that a caller might send. */
export interface Candidate {
  /** Chosen among what is there: to be refused for one of these fields rules the choice out. */
  readonly chosen: Readonly<Record<string, Value | readonly Value[]>>;
  /** Stands for what people write or tick: to be refused for any field but a chosen one is put right in the form. */
  readonly filled?: JsonObject;
}

/** What a use case is asked with, to learn whether it may be done, and with what. */
export interface Probe {
  /** At least one, and as permissive as there are: what none of them may do cannot be done. */
  readonly candidates: readonly Candidate[];
  /** Values of further fields, offered as they are. */
  readonly listed?: Readonly<Record<string, readonly Value[]>>;
}

/** One aggregate for one caller, now. */
export interface Asking<Command extends AggregateCommand, Refusal extends string> {
  probe(useCase: Command['type']): Probe;
  decide(command: Command): Decision<unknown, Refusal>;
  /** What a value is of this one, e.g. who a party is; undefined where the value is a word of a closed list. */
  labelOf(field: string, value: Value): Words | undefined;
}

/** A candidate, and what the decision makes of it. */
export interface Asked<Refusal extends string> {
  readonly chosen: Candidate['chosen'];
  readonly verdict: 'possible' | 'done-already' | Extract<Decision<never, Refusal>, { kind: 'refused' }>;
}

const fieldOf = (pointer: string): string => pointer.split('/')[1] ?? '';

/**
 * Data as a schema lets it through. Candidates with the same fields differ in plain values only, so one of them is parsed for all: of
 * hundreds of bodies each would cost more than its decision.
 */
const parser = (schema: z.ZodType) => {
  const parsed = new Map<string, object>();
  return ({ chosen, filled }: Candidate): object => {
    const fields = Object.keys(chosen).join();
    const found = parsed.get(fields) ?? (schema.parse({ ...filled, ...chosen }) as object);
    parsed.set(fields, found);
    return { ...found, ...filled, ...chosen };
  };
};

/** Puts the candidates of a use case to its decision. */
export const askAll = <Command extends AggregateCommand, Refusal extends string>(
  calls: AggregateCalls<Command, Refusal>,
  { decide }: Pick<Asking<Command, Refusal>, 'decide'>,
  useCase: Command['type'],
  candidates: readonly Candidate[],
): readonly Asked<Refusal>[] => {
  const dataOf = parser(calls.useCase(useCase).data);
  return candidates.map((candidate): Asked<Refusal> => {
    const { chosen } = candidate;
    const command = { type: useCase, data: dataOf(candidate) } as Command;
    const decision = decide(command);
    if (decision.kind === 'accepted')
      return { chosen, verdict: decision.events.length > 0 ? 'possible' : 'done-already' };
    const pointers = calls.problemOf(decision.refusal).errors?.map((each) => fieldOf(each.pointer)) ?? [];
    const isPutRight = pointers.length > 0 && pointers.every((field) => !Object.hasOwn(chosen, field));
    return { chosen, verdict: isPutRight ? 'possible' : decision };
  });
};

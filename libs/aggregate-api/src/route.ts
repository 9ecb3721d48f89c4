import type { Tier } from '@mediation/kernel';

/** One row of an aggregate's table: adds a use case to the tiers and roles it names. */
export interface Route<UseCaseName extends string = string> {
  readonly useCase: UseCaseName;
  /** Below `/api/<tier>/v1`; `:id` is the aggregate, other parameters are fields of the command. */
  readonly path: string;
  readonly tiers: readonly Tier[];
  readonly roles: readonly string[];
  /** Opens a new one: 201 and a Location. */
  readonly creates?: true;
  readonly zh: string;
  readonly en: string;
}

export const ALL: readonly Tier[] = ['village', 'township', 'district'];
export const ABOVE_VILLAGE: readonly Tier[] = ['township', 'district'];

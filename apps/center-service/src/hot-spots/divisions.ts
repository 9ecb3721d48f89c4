import { parentDivision, tierOfDivision, type DivisionCode, type Tier } from '@mediation/kernel';

/** A division as the directory knows it. */
export interface NamedDivision {
  readonly code: DivisionCode;
  readonly name: string;
}

export type Divisions = () => readonly NamedDivision[];

export interface DivisionAnswer {
  readonly code: DivisionCode;
  readonly name?: string;
  readonly tier: Tier;
  readonly parent?: DivisionCode;
}

export const divisionAnswer = (code: DivisionCode, names: ReadonlyMap<DivisionCode, string>): DivisionAnswer => {
  const name = names.get(code);
  const parent = parentDivision(code);
  return {
    code,
    ...(name !== undefined && { name }),
    tier: tierOfDivision(code) ?? 'district',
    ...(parent !== undefined && { parent }),
  };
};

export const namesOf = (divisions: readonly NamedDivision[]): ReadonlyMap<DivisionCode, string> =>
  new Map(divisions.map(({ code, name }) => [code, name]));

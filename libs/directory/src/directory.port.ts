import type { Body, BodyCode, BodyKind, DivisionCode, Tier } from '@mediation/kernel';

export interface Division {
  readonly code: DivisionCode;
  readonly name: string;
  readonly tier: Tier;
  /** Undefined for a district. */
  readonly parent: DivisionCode | undefined;
}

export interface DirectoryBody extends Body {
  readonly division: DivisionCode;
  readonly nameZh: string;
  /** Who guides or leads it; between committees there is no such line. */
  readonly parent: BodyCode | undefined;
}

export interface Mediator {
  readonly id: string;
  readonly body: BodyCode;
  readonly displayName: string;
  readonly fullTime: boolean;
  readonly isChair: boolean;
  /** Dispute types. */
  readonly specialties: readonly string[];
  /** Courts on whose rosters (特邀名册) the mediator is. */
  readonly courtRosters: readonly BodyCode[];
}

export interface BodyFilter {
  readonly kind?: BodyKind | undefined;
  readonly tier?: Tier | undefined;
  /** That division and everything in it. */
  readonly within?: DivisionCode | undefined;
}

/**
 * Who is who. Answers come from memory, so they cost nothing and cannot fail, and are as fresh as the last `reload`.
 * Lists are in order of code.
 */
export interface Directory {
  body(code: BodyCode): DirectoryBody | undefined;
  bodies(filter?: BodyFilter): readonly DirectoryBody[];
  /** Of that body, its chair first; empty for a body that is unknown or has none. */
  mediators(body: BodyCode): readonly Mediator[];
  mediator(id: string): Mediator | undefined;
  /** Courts that keep a roster here, with who is on it. */
  courtRosters(): ReadonlyMap<BodyCode, ReadonlySet<string>>;
  division(code: DivisionCode): Division | undefined;
  divisions(): readonly Division[];
  /** Reads everything anew and then replaces it at once; on an error what was known stays. */
  reload(): Promise<void>;
}

import type { Candidate, Probe, Value } from '@mediation/aggregate-api';
import type { Agreement, DisputeFile, KnownDispute } from '@mediation/dispute/domain';
import type { Body, BodyCode } from '@mediation/kernel';
import type { Clock } from '@mediation/rules';

export interface NamedBody extends Body {
  readonly nameZh: string;
}
export interface NamedMediator {
  readonly id: string;
  readonly displayName: string;
}

/** Whom and what the directory knows, as far as somebody may be chosen. */
export interface WhoIsWho {
  bodies(): readonly NamedBody[];
  nameOfBody(code: BodyCode): string | undefined;
  mediatorsOf(body: BodyCode): readonly NamedMediator[];
  nameOfMediator(id: string): string | undefined;
  /** Those on the roster of a court. */
  onRosterOf(court: BodyCode): readonly string[];
  /** Courts that keep a roster on which the mediator is not. */
  offRosterOf(mediator: string): readonly BodyCode[];
}

export const WHO_IS_WHO = Symbol('WHO_IS_WHO');

/** What candidates are made of: the dispute, and who might be chosen for it. */
export interface Sight {
  readonly dispute: KnownDispute;
  readonly org: BodyCode;
  /** Bodies that it may go to. */
  readonly reach: readonly BodyCode[];
  readonly who: WhoIsWho;
  readonly clocks: readonly Clock[];
  /** Papers of the file that wait for a signature. */
  readonly unsigned: () => readonly Candidate['chosen'][];
}

export type ProbeOf = (sight: Sight) => Probe;

export const fileOf = ({ dispute }: Sight): DisputeFile => dispute.file;
export const partiesOf = ({ dispute }: Sight): readonly string[] => dispute.file.parties.map(({ id }) => id);

/** One candidate for each, with what stands for the rest of the form. */
export const each = (
  chosen: readonly Candidate['chosen'][],
  filled: Candidate['filled'] = {},
  listed: NonNullable<Probe['listed']> = {},
): Probe => ({ candidates: chosen.map((one) => ({ chosen: one, filled })), listed });

/** There is nothing to choose. */
export const once = (filled: Candidate['filled'] = {}, listed: NonNullable<Probe['listed']> = {}): Probe =>
  each([{}], filled, listed);

/** Never empty: where there is none, the decision still says why not. */
export const orNone = <Item extends Value>(items: readonly Item[], none: Item): readonly Item[] =>
  items.length > 0 ? items : [none];

export const agreementsOf = (sight: Sight): readonly number[] =>
  orNone(
    fileOf(sight).agreements.map(({ n }) => n),
    1,
  );

/** Each agreement with each of what it has of something. */
export const withinAgreements = (
  sight: Sight,
  ofEach: (agreement: Agreement) => readonly Candidate['chosen'][],
  none: Candidate['chosen'] = {},
): readonly Candidate['chosen'][] => {
  const all = fileOf(sight).agreements.flatMap((agreement) =>
    ofEach(agreement).map((more) => ({ agreement: agreement.n, ...more })),
  );
  return all.length > 0 ? all : [{ agreement: 1, ...none }];
};

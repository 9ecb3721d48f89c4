/** 区县 · 乡镇街道 · 村居. */
export type Tier = 'district' | 'township' | 'village';

/** What a body is; the code's suffix says it, e.g. `370402102-judicial-office`. */
export const BODY_KINDS = [
  'committee',
  'judicial-office',
  'center',
  'pretrial-room',
  'police',
  'court',
  'medical',
  'brigade',
  'squad',
  'petition-office',
  'justice-bureau',
  'agency',
  'leading-group',
  'procuratorate',
  'legal-aid-center',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** A division's statistical code: 6 digits for a district, 9 for a township, 12 for a village or community. */
export type DivisionCode = string;
/** A division code, a dash and the kind's suffix; an agency may carry a name, e.g. `370402-housing-agency`. */
export type BodyCode = string;

export interface Body {
  readonly code: BodyCode;
  readonly kind: BodyKind;
  readonly tier: Tier;
}

const TIER_BY_LENGTH: Readonly<Record<number, Tier>> = { 6: 'district', 9: 'township', 12: 'village' };
const AGENCY_SUFFIX = /^([a-z]+(-[a-z]+)*-)?agency$/;

export const suffixOf = (kind: BodyKind): string => (kind === 'petition-office' ? 'petition' : kind);

const KIND_BY_SUFFIX: ReadonlyMap<string, BodyKind> = new Map(BODY_KINDS.map((kind) => [suffixOf(kind), kind]));

export const bodyCode = (division: DivisionCode, kind: BodyKind): BodyCode => `${division}-${suffixOf(kind)}`;

/** The digits before the first dash; the whole code when there is no dash. */
export const divisionOf = (code: BodyCode): DivisionCode => code.split('-', 1)[0] ?? code;

/** Undefined when the code is not 6, 9 or 12 digits. */
export const tierOfDivision = (division: DivisionCode): Tier | undefined =>
  /^\d+$/.test(division) ? TIER_BY_LENGTH[division.length] : undefined;

/** The division one tier up; undefined for a district or a malformed code. */
export const parentDivision = (division: DivisionCode): DivisionCode | undefined => {
  const tier = tierOfDivision(division);
  return tier === undefined || tier === 'district' ? undefined : division.slice(0, -3);
};

/** What a body's code says about it, or undefined when it names no kind of body we know. */
export const parseBodyCode = (code: BodyCode): Body | undefined => {
  const division = divisionOf(code);
  const tier = tierOfDivision(division);
  const suffix = code.slice(division.length + 1);
  const kind = AGENCY_SUFFIX.test(suffix) ? 'agency' : KIND_BY_SUFFIX.get(suffix);
  return tier !== undefined && kind !== undefined ? { code, kind, tier } : undefined;
};

/** Whether `other` is `division` itself or lies within it. False for malformed codes. */
export const covers = (division: DivisionCode, other: DivisionCode): boolean =>
  tierOfDivision(division) !== undefined && tierOfDivision(other) !== undefined && other.startsWith(division);

/** The smallest division that covers both, or undefined when not even their district is the same. */
export const commonDivision = (a: DivisionCode, b: DivisionCode): DivisionCode | undefined => {
  let candidate: DivisionCode | undefined = a;
  while (candidate !== undefined && !covers(candidate, b)) candidate = parentDivision(candidate);
  return candidate;
};

import {
  CLASSIFICATION,
  type CategoryCode,
  type DifficultyClass,
  type DisputeType,
  type EscalationRisk,
  type RiskGrade,
  type Source,
} from '@mediation/dispute/domain';
import type { DivisionCode } from '@mediation/kernel';
import type { Matter } from '@mediation/rules';
import { isCommunity } from './district-map';
import { makeUpParties, type SampleParty } from './people';
import type { Random } from './random';
import { WORDING } from './wording';

/** What sets a dispute apart from the common run. */
export interface Extras {
  /** A mass incident with so many people in all. */
  readonly incidentPeople?: number;
  /** A risk that is raised and averted. */
  readonly averted?: EscalationRisk;
}

/** Who quarrels where about what. */
export interface Cast extends Extras {
  readonly village: DivisionCode;
  readonly disputeType: DisputeType;
  /** The fine code, where whoever registers it gives one. */
  readonly category: CategoryCode | undefined;
  readonly source: Source;
  readonly parties: readonly SampleParty[];
  readonly headcount: number;
  readonly amountFen: number | undefined;
  readonly facts: string;
  readonly terms: string;
  readonly placeText: string;
  readonly riskGrade: RiskGrade;
  readonly difficulty: DifficultyClass;
  /** What the law says it is about, where that is noted. */
  readonly matters: readonly Matter[];
}

type Weights<K extends string> = Readonly<Partial<Record<K, number>>>;

const IN_A_VILLAGE: Weights<DisputeType> = {
  neighbourhood: 30,
  'marriage-family': 17,
  'housing-homestead': 11,
  'land-forest': 10,
  compensation: 9,
  contract: 6,
  labour: 4,
  'traffic-accident': 4,
  'production-business': 4,
  'village-affairs': 3,
  consumer: 2,
  environment: 2,
  'expropriation-demolition': 2,
  other: 3,
};
const IN_A_COMMUNITY: Weights<DisputeType> = {
  neighbourhood: 30,
  'marriage-family': 18,
  'property-management': 13,
  compensation: 9,
  contract: 8,
  labour: 6,
  'traffic-accident': 5,
  consumer: 5,
  'housing-homestead': 3,
  'expropriation-demolition': 2,
  other: 3,
};
const OF_A_CROWD: Weights<DisputeType> = {
  labour: 10,
  'land-forest': 6,
  'village-affairs': 5,
  'expropriation-demolition': 6,
  environment: 5,
  'property-management': 7,
  'housing-homestead': 4,
};

const AT_A_VILLAGE: Weights<Source> = {
  application: 42,
  proactive: 18,
  screening: 15,
  grid: 16,
  'hotline-12345': 4,
  online: 2,
  'womens-federation': 2,
  'legal-aid': 1,
};

/** Of a labour dispute the days count from the application (劳动争议调解仲裁法 art. 14). */
const BY_APPLICATION: Weights<Source> = { application: 9, online: 1 };

const OFTEN_NOTED: Readonly<Partial<Record<DisputeType, readonly [Matter, number]>>> = {
  'housing-homestead': ['property-title', 0.2],
  'land-forest': ['rural-land-contract', 0.4],
  labour: ['labour-payment', 0.7],
};

const mattersOf = (random: Random, disputeType: DisputeType): readonly Matter[] => {
  const [matter, share] = OFTEN_NOTED[disputeType] ?? [undefined, 0];
  return matter !== undefined && random.chance(share) ? [matter] : [];
};

/** Of ten registrations about seven come with a fine code; the others are known by their type alone. */
const categoryOf = (random: Random, disputeType: DisputeType): CategoryCode | undefined => {
  const fine = Object.entries(CLASSIFICATION.categories).filter(
    ([, each]) => each.type === disputeType && !each.default,
  );
  return fine.length > 0 && random.chance(0.7) ? random.pick(fine)[0] : undefined;
};

const sourcesFor = (disputeType: DisputeType): Weights<Source> =>
  disputeType === 'labour' ? BY_APPLICATION : AT_A_VILLAGE;

const DIFFICULTY: Readonly<Record<RiskGrade, Weights<DifficultyClass>>> = {
  red: { complex: 2, major: 3 },
  orange: { general: 2, complex: 4, major: 1 },
  yellow: { simple: 2, general: 6, complex: 2 },
  blue: { simple: 6, general: 4 },
};

const riskOf = (random: Random, { incidentPeople, averted }: Extras): RiskGrade => {
  if (incidentPeople !== undefined) return incidentPeople > 40 ? 'red' : 'orange';
  if (averted !== undefined) return random.pick(['orange', 'yellow']);
  return random.weighted({ blue: 72, yellow: 24, orange: 4 });
};

const typesFor = (name: string, extras: Extras): Weights<DisputeType> => {
  if (extras.incidentPeople !== undefined) return OF_A_CROWD;
  return isCommunity(name) ? IN_A_COMMUNITY : IN_A_VILLAGE;
};

const amountOf = (random: Random, disputeType: DisputeType): number | undefined => {
  const range = WORDING[disputeType].yuan;
  if (range === undefined || random.chance(0.15)) return undefined;
  // The cube makes small sums common and large ones rare.
  const share = (random.int(0, 1000) / 1000) ** 3;
  return Math.round((range[0] + (range[1] - range[0]) * share) / 100) * 10_000 + 10_000;
};

export interface CastWanted {
  readonly place: { readonly code: DivisionCode; readonly name: string };
  readonly extras: Extras;
  readonly types?: Weights<DisputeType> | undefined;
  readonly sources?: Weights<Source> | undefined;
}

export const castDispute = (random: Random, { place, extras, types, sources }: CastWanted): Cast => {
  const disputeType = random.weighted(types ?? typesFor(place.name, extras));
  const parties = makeUpParties(random, {
    disputeType,
    placeName: place.name,
    crowd: extras.incidentPeople !== undefined,
  });
  const riskGrade = riskOf(random, extras);
  const { facts, terms } = WORDING[disputeType];
  return {
    ...extras,
    village: place.code,
    disputeType,
    category: categoryOf(random.fork('category'), disputeType),
    source: random.weighted(sources ?? sourcesFor(disputeType)),
    parties,
    headcount: Math.max(parties.length, Number(random.weighted({ '2': 60, '3': 20, '4': 10, '6': 7, '9': 3 }))),
    amountFen: amountOf(random, disputeType),
    facts: `${random.pick(facts)}。（示例）`,
    terms: `${terms}。（示例）`,
    placeText: `${place.name}辖区内`,
    riskGrade,
    difficulty: random.weighted(DIFFICULTY[riskGrade]),
    matters: mattersOf(random.fork('matters'), disputeType),
  };
};

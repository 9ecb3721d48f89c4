import {
  categoryOf,
  defaultCategoryOf,
  type Channel,
  type DisputeType,
  type EscalationRisk,
  type GovernanceType,
  type Source,
} from '@mediation/dispute/domain';
import type { FactRow } from '@mediation/dispute/read-models';
import type { BodyCode, PlainDate, Tier } from '@mediation/kernel';

/** What the returns read of a fact. */
export type ReturnFact = Pick<
  FactRow,
  | 'dispute'
  | 'kind'
  | 'happened_on'
  | 'recorded_on'
  | 'body'
  | 'tier'
  | 'proceeding'
  | 'agreement'
  | 'channel'
  | 'source'
  | 'dispute_type'
  | 'category'
  | 'people'
  | 'amount_fen'
  | 'difficulty'
  | 'risk'
  | 'form'
>;

/** The kinds that the returns read. */
export const RETURN_FACTS = [
  'registered',
  'classified',
  'assessed',
  'emergency-raised',
  'emergency',
  'accepted',
  'agreement-reached',
  'agreed',
  'performed',
  'averted',
] as const;

export interface Acceptance {
  readonly on: PlainDate;
  readonly proceeding: number;
  readonly channel: Channel;
  readonly body: BodyCode;
  readonly tier: Tier | undefined;
}

export interface CountedAgreement {
  readonly n: number;
  readonly proceeding: number;
  readonly form: 'written' | 'oral';
  readonly amountFen: number;
  readonly effectiveOn: PlainDate | undefined;
  readonly performedOn: PlainDate | undefined;
}

/** Something that happened to so many people, and who recorded it. */
export interface Incident {
  readonly on: PlainDate;
  readonly body: BodyCode;
  readonly people: number;
}

/** A dispute as it was known at some cut-off. */
export interface CountedDispute {
  readonly id: string;
  readonly registered: { readonly on: PlainDate; readonly body: BodyCode; readonly tier: Tier | undefined };
  readonly source: Source;
  readonly type: DisputeType;
  readonly governance: GovernanceType;
  readonly headcount: number;
  readonly major: boolean;
  readonly acceptances: readonly Acceptance[];
  readonly agreements: readonly CountedAgreement[];
  readonly averted: readonly (Incident & { readonly risk: EscalationRisk })[];
  readonly emergencies: readonly Incident[];
}

const incident = ({ happened_on: on, body, people = 0 }: ReturnFact): Incident => ({ on, body, people });

const withAgreement = (
  dispute: CountedDispute,
  { agreement }: ReturnFact,
  change: (made: CountedAgreement) => CountedAgreement,
): CountedDispute => ({
  ...dispute,
  agreements: dispute.agreements.map((made) => (made.n === agreement ? change(made) : made)),
});

type Step = (dispute: CountedDispute, fact: ReturnFact) => CountedDispute;

const STEPS: Readonly<Record<Exclude<(typeof RETURN_FACTS)[number], 'registered'>, Step>> = {
  classified: (d, { dispute_type: type = d.type, category = defaultCategoryOf(type) }) => ({
    ...d,
    type,
    governance: categoryOf(category)?.governance ?? 'other',
  }),
  assessed: (d, { people = d.headcount, difficulty }) => ({
    ...d,
    headcount: people,
    major: difficulty === undefined ? d.major : difficulty === 'major',
  }),
  'emergency-raised': (d, { people = d.headcount }) => ({ ...d, headcount: people }),
  emergency: (d, fact) => ({ ...d, emergencies: [...d.emergencies, incident(fact)] }),
  accepted: (d, { happened_on: on, proceeding = 1, channel = 'peoples', body, tier }) => ({
    ...d,
    acceptances: [...d.acceptances, { on, proceeding, channel, body, tier }],
  }),
  'agreement-reached': (d, { agreement = 1, proceeding = 1, form = 'written', amount_fen: amountFen = 0 }) => ({
    ...d,
    agreements: [
      ...d.agreements,
      { n: agreement, proceeding, form, amountFen, effectiveOn: undefined, performedOn: undefined },
    ],
  }),
  agreed: (d, fact) => withAgreement(d, fact, (made) => ({ ...made, effectiveOn: fact.happened_on })),
  performed: (d, fact) => withAgreement(d, fact, (made) => ({ ...made, performedOn: fact.happened_on })),
  averted: (d, fact) => ({
    ...d,
    averted: fact.risk === undefined ? d.averted : [...d.averted, { ...incident(fact), risk: fact.risk }],
  }),
};

const begun = ({ dispute, happened_on: on, body, tier, ...fact }: ReturnFact): CountedDispute => {
  const { source = 'application', dispute_type: type = 'other', people: headcount = 0 } = fact;
  return {
    id: dispute,
    registered: { on, body, tier },
    source,
    type,
    governance: categoryOf(defaultCategoryOf(type))?.governance ?? 'other',
    headcount,
    major: false,
    acceptances: [],
    agreements: [],
    averted: [],
    emergencies: [],
  };
};

const next = (dispute: CountedDispute | undefined, fact: ReturnFact): CountedDispute | undefined => {
  if (fact.kind === 'registered') return begun(fact);
  const step = STEPS[fact.kind as keyof typeof STEPS] as Step | undefined;
  return dispute && step ? step(dispute, fact) : dispute;
};

/** What was known by the end of that day. The facts come in the order of each dispute's own events. */
export const knownOn = (facts: readonly ReturnFact[], day: PlainDate): readonly CountedDispute[] => {
  const known = new Map<string, CountedDispute>();
  for (const fact of facts) {
    if (fact.recorded_on > day) continue;
    const dispute = next(known.get(fact.dispute), fact);
    if (dispute) known.set(fact.dispute, dispute);
  }
  return [...known.values()];
};

import type { PlainDate } from '@mediation/kernel';
import chinaFrom2025 from './packs/cn-2025-01-01.json';
import { lastDayOf } from './period';
import {
  rulePackSchema,
  type HandoffKind,
  type Limit,
  type MediationTrack,
  type RulePackData,
} from './rule-pack.schema';

export interface RulePack {
  /** Jurisdiction, effective date, and the local policy if one applies: `cn@2025-01-01`, `cn@2025-01-01+370402-2026`. */
  readonly id: string;
  /** The last day on which the receiver of an offer made on that day may answer. An issuer's own date takes precedence. */
  replyDueOn(kind: HandoffKind, offeredOn: PlainDate): PlainDate;
  /** The last day of mediation accepted on that day; undefined where no limit is known to apply. */
  mediationDueOn(track: MediationTrack, acceptedOn: PlainDate): PlainDate | undefined;
  /** At this many returns in a row the common superior centre decides. */
  readonly bounceLimit: number;
  /** The entries with article, source and certainty, for whoever has to justify a date. */
  readonly data: RulePackData;
}

/** What a place sets for itself. A number that a statute fixes cannot be set. */
export interface LocalPolicy {
  /** Becomes part of the pack's id: give a changed policy a new one. */
  readonly id: string;
  readonly replyWorkingDays: Partial<Record<HandoffKind, number>>;
}

const packs: readonly RulePackData[] = [chinaFrom2025]
  .map((pack) => rulePackSchema.parse(pack))
  .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn));

const localised = (kind: HandoffKind, limit: Limit, { id, replyWorkingDays }: LocalPolicy): Limit => {
  const length = replyWorkingDays[kind];
  if (length === undefined) return limit;
  if (limit.certainty === 'statute')
    throw new Error(`local policy ${id}: ${kind} is fixed by ${limit.title} ${limit.article} and cannot be set`);
  return {
    title: limit.title,
    article: '—',
    effectiveOn: limit.effectiveOn,
    source: `local policy ${id}`,
    certainty: 'local-policy',
    unit: 'working-day',
    length,
    expiry: limit.expiry,
  };
};

const withPolicy = (pack: RulePackData, policy: LocalPolicy): RulePackData => {
  const entries = Object.entries(pack.handoffReply) as [HandoffKind, Limit][];
  const handoffReply = Object.fromEntries(entries.map(([kind, limit]) => [kind, localised(kind, limit, policy)]));
  return rulePackSchema.parse({ ...pack, handoffReply });
};

const rulePack = (id: string, data: RulePackData): RulePack => ({
  id,
  replyDueOn: (kind, offeredOn) => lastDayOf(data.handoffReply[kind], offeredOn),
  mediationDueOn: (track, acceptedOn) => {
    const limit = data.mediation[track];
    return limit && lastDayOf(limit, acceptedOn);
  },
  bounceLimit: data.bounceLimit.count,
  data,
});

type RulePackFor = (date: PlainDate) => RulePack;

const localPack = (data: RulePackData, policy: LocalPolicy | undefined): RulePack => {
  const id = `${data.jurisdiction}@${data.effectiveOn}`;
  return policy === undefined ? rulePack(id, data) : rulePack(`${id}+${policy.id}`, withPolicy(data, policy));
};

/** The same packs with a place's own numbers. Throws at once when the policy sets what a statute fixes. */
export const rulePacksUnder = (policy?: LocalPolicy): RulePackFor => {
  const newestFirst = packs.map((data) => localPack(data, policy));
  return (date) => {
    const pack = newestFirst.find(({ data }) => data.effectiveOn <= date) ?? newestFirst.at(-1);
    if (pack === undefined) throw new Error('there is no rule pack');
    return pack;
  };
};

/** The rules in force on a date. A date before the oldest pack gets the oldest: what it says is the nearest we know. */
export const rulePackFor: RulePackFor = rulePacksUnder();

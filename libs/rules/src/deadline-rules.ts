import { packAsked, type DeadlineQuestion } from './deadline';
import { layers, type ReleasableLayer } from './releasable';
import type { ClockRule } from './rule-pack.schema';

/** A rule that deadlines can be asked for, and whose it is. */
export interface DeadlineRule {
  readonly rule: string;
  /** The place whose own law says so; asked there, or in a division of it that says nothing else. */
  readonly jurisdiction: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly source: string;
  readonly article: string;
  /** Below the repository's docs. */
  readonly link?: string;
  readonly certainty: string;
  /** What starts it. */
  readonly trigger: string;
  readonly limit: { readonly unit: string; readonly length: number };
  readonly pausedBy: readonly string[];
  /** How many times it may be extended. */
  readonly extensions: number;
  readonly expiry: string;
}

const described = (jurisdiction: string, rule: string, clock: ClockRule): DeadlineRule => ({
  rule,
  jurisdiction,
  titleZh: clock.zh,
  titleEn: clock.en,
  source: clock.source,
  article: clock.article,
  ...(clock.link !== undefined && { link: clock.link }),
  certainty: clock.certainty,
  trigger: clock.trigger,
  limit: { unit: clock.unit, length: clock.length },
  pausedBy: clock.pauses,
  extensions: clock.extension?.count ?? 0,
  expiry: clock.expiry,
});

const byRuleAndPlace = (a: DeadlineRule, b: DeadlineRule): number => {
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.jurisdiction < b.jurisdiction ? -1 : 1;
};

/** Later layers in place of earlier ones; a rule that was taken away is listed as it last stood. */
const latest = (all: readonly ReleasableLayer[]): readonly DeadlineRule[] => {
  const found = new Map<string, DeadlineRule>();
  for (const { layer } of all)
    for (const [rule, clock] of Object.entries(layer.clocks))
      if (clock !== null) found.set(`${layer.jurisdiction} ${rule}`, described(layer.jurisdiction, rule, clock));
  return [...found.values()].sort(byRuleAndPlace);
};

/** Every rule of every place and time, as it last stood. */
export const deadlineRules = (): readonly DeadlineRule[] => latest(layers());

/** The rules in force in a place on a day, each with the place whose it is. @throws DeadlineError */
export const deadlineRulesFor = (asked: Pick<DeadlineQuestion, 'on' | 'jurisdiction'>): readonly DeadlineRule[] => {
  const { id, clocks } = packAsked(asked);
  const parts = id.split('+').flatMap((part) => layers().filter((each) => each.id === part));
  return Object.entries(clocks)
    .map(([rule, clock]) => {
      // From the general to the special: the last to say it is whose it is.
      const part = parts.findLast(({ layer }) => layer.clocks[rule] === clock);
      return described(part?.layer.jurisdiction ?? 'cn', rule, clock);
    })
    .sort(byRuleAndPlace);
};

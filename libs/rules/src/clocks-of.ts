import { addDays, dateInShanghai, daysBetween, type Instant } from '@mediation/kernel';
import type { Clock, Occurrence } from './clock';
import type { RulePack } from './pack';
import { lastDayOf } from './period';
import type { ClockRule } from './rule-pack.schema';
import { holds } from './situation';

type PackOf = (trigger: Occurrence) => RulePack;

const started = (
  trigger: Occurrence,
  [id, rule]: [string, ClockRule],
  pack: RulePack,
  all: readonly Occurrence[],
  now: Instant,
): Clock => {
  const startsOn = dateInShanghai(trigger.at);
  const dueOn = (rule.settable ? trigger.until : undefined) ?? lastDayOf(rule, startsOn);
  const today = dateInShanghai(now);
  const end = all.find(
    (each) =>
      rule.endsOn.includes(each.what) &&
      each.at >= trigger.at &&
      (each.subject === trigger.subject || each.subject === 'dispute' || trigger.subject === 'dispute'),
  );
  const clockId = `${id}/${trigger.subject}`;
  const expired = all.find((each) => each.what === 'expired' && each.clock === clockId);
  const endedAt = end?.at ?? expired?.at;
  const state = end
    ? dateInShanghai(end.at) <= dueOn
      ? 'met'
      : 'met-late'
    : expired
      ? 'expired'
      : today > dueOn
        ? 'due'
        : 'running';
  return {
    id: clockId,
    rule: id,
    subject: trigger.subject,
    titleZh: rule.zh,
    titleEn: rule.en,
    source: rule.source,
    article: rule.article,
    certainty: rule.certainty,
    pack: pack.id,
    startedAt: trigger.at,
    startsOn,
    dueOn,
    provisional: false,
    pauses: [],
    extensions: [],
    state,
    expiry: rule.expiry,
    ...(endedAt === undefined
      ? { remaining: { days: daysBetween(today, dueOn), workingDays: daysBetween(today, addDays(dueOn, 0)) } }
      : { endedAt }),
  };
};

/** The clocks of a subject's history as they stand now, by last day. */
export const clocksWith =
  (packOf: PackOf) =>
  (occurrences: readonly Occurrence[], now: Instant): readonly Clock[] =>
    occurrences
      .flatMap((trigger) => {
        const pack = packOf(trigger);
        return Object.entries(pack.clocks)
          .filter(([, rule]) => rule.trigger === trigger.what && holds(rule, trigger.tags ?? []))
          .map((entry) => started(trigger, entry, pack, occurrences, now));
      })
      .sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));

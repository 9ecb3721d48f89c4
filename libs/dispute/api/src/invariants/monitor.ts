import { dateInShanghai, type ActorStamp, type Instant } from '@mediation/kernel';
import type { DisputeEvent } from '@mediation/dispute/domain';
import { AUTHORITY_RULES } from './authority.rules';
import { COURT_RULES } from './court.rules';
import { CUSTODY_RULES } from './custody.rules';
import { DOSSIER_RULES } from './dossier.rules';
import { MEDIATION_RULES } from './mediation.rules';
import { after, nothing, type Model } from './model';
import type { Batch, Moment, Rule } from './rules';

export const RULES = { ...CUSTODY_RULES, ...MEDIATION_RULES, ...COURT_RULES, ...AUTHORITY_RULES, ...DOSSIER_RULES };
export type RuleName = keyof typeof RULES;

const named = Object.entries(RULES) as readonly (readonly [RuleName, Rule])[];
const aboutAppends = named.filter(([, { on }]) => on.length === 0);
const about = new Map<string, (readonly [RuleName, Rule])[]>();
for (const entry of named) for (const type of entry[1].on) about.set(type, [...(about.get(type) ?? []), entry]);

export interface Append {
  readonly events: readonly DisputeEvent[];
  readonly actor: ActorStamp;
  readonly occurredAt: Instant;
}

/** Watches one dispute, append by append, and says which rules an append breaks. */
export class Monitor {
  private model: Model = nothing;

  see({ events, actor, occurredAt }: Append): readonly RuleName[] {
    const start = this.model;
    const models = events.reduce<Model[]>((list, event) => [...list, after(list.at(-1) ?? start, event)], [start]);
    const end = models.at(-1) ?? start;
    const batch: Batch = { events, actor, on: dateInShanghai(occurredAt), start, end };
    this.model = end;
    const [first] = events;
    if (first === undefined) return [];
    const moments = events.map((event, i): Moment => ({
      ...event,
      before: models[i] ?? start,
      after: models[i + 1] ?? end,
      batch,
    }));
    const whole: Moment = { ...first, before: start, after: end, batch };
    return [
      ...aboutAppends.filter(([, rule]) => !rule.holds(whole)),
      ...moments.flatMap((moment) => (about.get(moment.type) ?? []).filter(([, rule]) => !rule.holds(moment))),
    ].map(([name]) => name);
  }
}

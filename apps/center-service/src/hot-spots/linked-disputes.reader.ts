import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { today, within } from '../fields';
import { periodOf } from '../funnel/funnel.reader';
import { lastDayOf } from '../funnel/months';
import { registeredInSight } from '../funnel/registered-scope';
import { readsByFirewall, visible } from '../scope';
import { all, rows, sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import { HOT_SPOT_RULES } from './hot-spots-rules';
import type { LinkedDisputesAnswer, Member } from './hot-spots.answer';
import type { GroupsQuery } from './hot-spots.query';
import { linkedGroups, type Pair } from './linked-groups';
import { memberColumns } from './member.sql';

type Row = Member & {
  readonly links: readonly { readonly other: string; readonly relation: Pair['relation']; readonly at: string }[];
};

/** Of two disputes' words about each other the later one. */
const lastWords = (found: readonly Row[]): readonly Pair[] => {
  const known = new Set(found.map(({ id }) => id));
  const words = new Map<string, Pair & { readonly at: string }>();
  for (const { id, links } of found) {
    for (const { other, relation, at } of links) {
      if (!known.has(other)) continue;
      const [a, b] = [id, other].sort() as [string, string];
      const before = words.get(`${a} ${b}`);
      if (before === undefined || before.at < at) words.set(`${a} ${b}`, { a, b, relation, at });
    }
  }
  return [...words.values()];
};

@Injectable()
export class LinkedDisputesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Groups of which at least one dispute was registered in the period. What a court or the police have no part in stays unsaid. */
  async list({ org, limit, ...asked }: GroupsQuery, caller: Principal): Promise<LinkedDisputesAnswer> {
    const period = periodOf(asked, today(this.clock));
    const [from, to] = [period.from, lastDayOf(period.to)];
    const found = readsByFirewall(caller) ? [] : await this.linked(org, caller);
    const byId = new Map(found.map(({ links: _, ...member }) => [member.id, member]));
    const groups = linkedGroups(lastWords(found))
      .map(({ members, duplicates, related }) => {
        const disputes = members.flatMap((id) => byId.get(id) ?? []);
        return { size: disputes.length, duplicates, related, disputes };
      })
      .filter(({ disputes }) => disputes.some(({ registeredOn }) => from <= registeredOn && registeredOn <= to));
    return {
      from,
      to,
      ...(org !== undefined && { org }),
      groups: groups.slice(0, limit),
      rules: HOT_SPOT_RULES.linked,
    };
  }

  private linked(org: string | undefined, caller: Principal): Promise<readonly Row[]> {
    // One side has said so: the other side's row has no word of it.
    return rows<Row>(
      this.views,
      sql`WITH said AS (SELECT key, links FROM views.likeness WHERE links <> '{}'),
          either AS (SELECT key FROM said UNION SELECT jsonb_object_keys(links) FROM said)
          SELECT ${memberColumns}, coalesce((
            SELECT json_agg(json_build_object('other', l.key, 'relation', l.value->>'relation', 'at', l.value->>'at'))
            FROM said, jsonb_each(said.links) AS l WHERE said.key = d.key), '[]') AS links
          FROM either JOIN views.disputes AS d ON d.key = either.key JOIN views.funnel AS f ON f.key = d.key
          WHERE ${all(visible(caller), registeredInSight(caller), within(sql`f.body`, org))}`,
    );
  }
}

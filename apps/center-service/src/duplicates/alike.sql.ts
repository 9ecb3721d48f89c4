import type { Principal } from '@mediation/nest';
import { within } from '../fields';
import { visible } from '../scope';
import { sql, type Sql } from '../sql';

/**
 * Of 7. The less sure it is that the people are the same, the more else has to agree: 3 when a number (identity or telephone)
 * confirms a name, else 1 for each name up to 2; 2 for the same place, 1 for one near it; 2 for having been registered close in time.
 */
const LEAST_SCORE = 5;

/**
 * The people of the dispute with fewer are all among those of the other. A name is the same person unless both sides gave identity
 * numbers and they differ; telephones may differ, since people have several.
 */
const SAME_PEOPLE = sql`
  SELECT count(*)::int AS shared,
    bool_or(a.value->>'id' = b.value->>'id' OR a.value->>'phone' = b.value->>'phone') AS confirmed
  FROM jsonb_each(dl.people) AS a JOIN jsonb_each(ol.people) AS b USING (key)
  WHERE (a.value->>'id' = b.value->>'id') IS NOT FALSE`;

/** Beyond so many names the lists they can be made into are too many to be looked up one by one. */
const MOST_NAMES = 6;

/**
 * Rows whose names are all among those of `dl`, or the other way about. A name of thousands costs no more than a rare one: all of `dl`'s
 * names together are rare, and fewer of them are looked up as the whole lists they can be.
 */
export const AMONG_EACH_OTHER = sql`
  SELECT l.* FROM views.likeness AS l WHERE l.names @> dl.names AND l.key <> d.key
  UNION ALL
  SELECT l.* FROM (
    SELECT ARRAY(
      SELECT n.name FROM unnest(dl.names) WITH ORDINALITY AS n (name, at) WHERE mask & (1 << (n.at::int - 1)) <> 0 ORDER BY n.at
    ) AS names
    FROM generate_series(1, CASE WHEN cardinality(dl.names) <= ${MOST_NAMES}::int THEN (1 << cardinality(dl.names)) - 2 ELSE 0 END) AS mask
  ) AS part JOIN views.likeness AS l ON l.names = part.names
  UNION ALL
  SELECT l.* FROM views.likeness AS l
  WHERE cardinality(dl.names) > ${MOST_NAMES}::int AND l.names && dl.names AND l.names <@ dl.names AND NOT l.names @> dl.names`;

/** The same division; near: the same township, or one within the other. */
const PLACE = sql`
  CASE WHEN d.place = o.place THEN 2
    WHEN left(d.place, 9) = left(o.place, 9) OR starts_with(d.place, o.place) OR starts_with(o.place, d.place) THEN 1
    ELSE 0 END`;

/** The later word of the two sides. */
const LAST_WORD = sql`
  SELECT said.word->>'relation' AS relation FROM (VALUES (dl.links->o.key), (ol.links->d.key)) AS said (word)
  WHERE said.word IS NOT NULL ORDER BY said.word->>'at' COLLATE "C" DESC LIMIT 1`;

/** Both open ones are one pair, told from the newer; where only one of them is of the body asked for, from that one. */
const oncePerPair = (org: string | undefined): Sql => {
  const older = sql`(o.registered_at, o.key) < (d.registered_at, d.key)`;
  const there = within(sql`o.custodian`, org);
  return there === undefined ? older : sql`(${older} OR NOT ${there})`;
};

export interface Alike {
  readonly caller: Principal;
  readonly org: string | undefined;
  /** Registered so many days apart at most is close in time. */
  readonly windowDays: number;
}

/**
 * Pairs of an open dispute `d` with another one `o`, open or of the same time, that may be the same; both are the caller's to see.
 * Columns: key, both ids and registration, what agrees and how well, and the last word said about them, if any.
 */
export const alike = ({ caller, org, windowDays }: Alike): Sql => sql`
  SELECT d.key || ':' || o.key AS key, d.registered_at, d.key AS dispute, o.key AS other, same.confirmed, g.people, g.place, g.close,
    g.people + g.place + CASE WHEN g.close THEN 2 ELSE 0 END AS score,
    (${LAST_WORD}) AS relation
  FROM views.disputes AS d JOIN views.likeness AS dl ON dl.key = d.key
    -- All names of one side are among the other's: known before anything else is looked up, since a common name is in thousands.
    CROSS JOIN LATERAL (${AMONG_EACH_OTHER} OFFSET 0) AS ol
    -- One by one: how few share a name is not in the statistics, and a join would read every dispute there is.
    CROSS JOIN LATERAL (SELECT * FROM views.disputes WHERE key = ol.key LIMIT 1) AS o
    CROSS JOIN LATERAL (${SAME_PEOPLE}) AS same
    CROSS JOIN LATERAL (
      SELECT CASE WHEN same.confirmed THEN 3 ELSE least(same.shared, 2) END AS people, ${PLACE} AS place,
        abs(d.registered_on - o.registered_on) <= ${windowDays}::int AS close
    ) AS g
  WHERE d.phase <> 'closed' AND ${within(sql`d.custodian`, org) ?? sql`true`}
    AND ${visible(caller)} AND ${visible(caller, sql`o.seen_by`)}
    AND same.shared >= least(cardinality(dl.names), cardinality(ol.names))
    AND CASE WHEN o.phase = 'closed' THEN g.close ELSE ${oncePerPair(org)} END
    AND g.people + g.place + CASE WHEN g.close THEN 2 ELSE 0 END >= ${LEAST_SCORE}::int`;

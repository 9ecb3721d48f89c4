import { kindOf } from '@mediation/dispute/domain';
import { gramsSought, searchable } from '@mediation/dispute/read-models';
import type { Principal } from '@mediation/nest';
import { equal, onDays, within } from '../fields';
import type { Cursor } from '../paging';
import { partiesKnown, readsByFirewall, visible } from '../scope';
import { all, any, sql, type Sql } from '../sql';
import type { DisputesQuery } from './disputes.query';

/** The words of a question, each of which must be found. */
export const wordsOf = (q: string): readonly string[] => [...new Set(searchable(q).split(' '))];

const phaseIs = (phase: DisputesQuery['phase']): Sql | undefined =>
  phase === 'open' ? sql`d.phase <> 'closed'` : equal(sql`d.phase`, phase);

const isAfter = (after: Cursor | undefined): Sql | undefined =>
  after && sql`(d.registered_at, d.key) < (${after[0]}::timestamptz, ${after[1]})`;

/** The part of it that indexes have in the order of a page. */
export const inOrder = ({ type, from, to }: DisputesQuery, after?: Cursor): Sql =>
  all(equal(sql`d.dispute_type`, type), onDays(sql`d.registered_at`, from, to), isAfter(after));

/** Not after it in a page's order. */
export const upTo = (last: Cursor | undefined): Sql =>
  last === undefined ? sql`true` : sql`(d.registered_at, d.key) >= (${last[0]}::timestamptz, ${last[1]})`;

/** What a search asks of the dispute `d` itself, and that the caller may see it. */
export const wanted = (query: DisputesQuery, caller: Principal, after?: Cursor): Sql =>
  all(
    visible(caller),
    inOrder(query, after),
    equal(sql`d.source`, query.source),
    phaseIs(query.phase),
    within(sql`d.custodian`, query.custodian),
    equal(sql`d.channel`, query.channel),
    query.place === undefined ? undefined : sql`d.place LIKE ${`${query.place}%`}`,
    equal(sql`d.risk_grade`, query.risk),
  );

/**
 * Facts of a case that a court has not got itself are not for it to find by (the evidence firewall); of its own it finds less than it
 * reads, since what its other rooms have is left out. Everybody else who sees a dispute reads what was registered.
 */
const factsRead = (caller: Principal): Sql =>
  readsByFirewall(caller) && kindOf(caller.org) !== 'police'
    ? sql`(${caller.org} = ANY (d.held_by) OR d.pending_to = ${caller.org}
        OR d.state->'file'->'courtReferral'->>'court' = ${caller.org})`
    : sql`true`;

const namesKnown = (caller: Principal): Sql => (caller.roles.includes('system') ? sql`true` : partiesKnown(caller));

/** Who finds a minor by name knows where it is a party. */
const isNamed = (word: string, caller: Principal): Sql => sql`(${namesKnown(caller)} AND EXISTS (
  SELECT FROM jsonb_each_text(d.party_names) AS party
  WHERE strpos(lower(normalize(party.value, NFKC)), ${word}) > 0 AND (d.custodian = ${caller.org} OR NOT EXISTS (
    SELECT FROM jsonb_array_elements(d.state->'file'->'parties') AS p
    WHERE p->>'id' = party.key AND (p->>'minor')::boolean))))`;

/** Where a word can be found, with the condition that it is and may be. */
const places = (word: string, caller: Principal) => ({
  name: isNamed(word, caller),
  facts: sql`(strpos(s.facts, ${word}) > 0 AND ${factsRead(caller)})`,
  place: sql`(strpos(s.place_words, ${word}) > 0 AND ${factsRead(caller)})`,
  terms: sql`strpos(s.terms, ${word}) > 0`,
});

/** That every word is found in the dispute `d` with its texts `s`. */
export const isFound = (words: readonly string[], caller: Principal): Sql =>
  all(...words.map((word) => any(...Object.values(places(word, caller)))));

/** In which places any of the words is found. */
export const matchedIn = (words: readonly string[], caller: Principal): Sql => {
  const found = words.map((word) => places(word, caller));
  const where = (place: keyof ReturnType<typeof places>): Sql =>
    sql`CASE WHEN ${any(...found.map((each) => each[place]))} THEN ${place}::text END`;
  return sql`array_remove(ARRAY[${where('name')}, ${where('facts')}, ${where('place')}, ${where('terms')}], NULL)`;
};

const hasGrams = (column: Sql, grams: readonly number[], months: readonly number[] | undefined): Sql =>
  all(sql`${column} @> ${grams}::int[]`, months && sql`${column} && ${months}::int[]`);

/** What the index says of the texts `s`: no more than that they may hold every word. */
export const mayHold = (words: readonly string[], months?: readonly number[]): Sql =>
  all(
    ...words.map((word) => {
      const grams = gramsSought(word);
      return any(hasGrams(sql`s.grams`, grams, months), hasGrams(sql`s.name_grams`, grams, months));
    }),
  );

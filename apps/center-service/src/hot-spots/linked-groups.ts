import type { LinkRelation } from '@mediation/dispute/domain';

/** The last word about two disputes. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly relation: LinkRelation;
}

export interface LinkedGroup {
  readonly members: readonly string[];
  readonly duplicates: number;
  readonly related: number;
}

/** Disputes joined by pairs that were not told apart, the largest groups first; members in the order of their ids. */
export const linkedGroups = (pairs: readonly Pair[]): readonly LinkedGroup[] => {
  const joined = pairs.filter(({ relation }) => relation !== 'distinct');
  const leader = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let top = id;
    for (let next = leader.get(top); next !== undefined && next !== top; next = leader.get(top)) top = next;
    return top;
  };
  for (const { a, b } of joined) {
    const [low, high] = [leaderOf(a), leaderOf(b)].sort() as [string, string];
    for (const id of [a, b, low]) if (!leader.has(id)) leader.set(id, id);
    leader.set(high, low);
  }
  const members = new Map<string, string[]>();
  for (const id of leader.keys()) members.set(leaderOf(id), [...(members.get(leaderOf(id)) ?? []), id]);
  const saying = (top: string, relation: LinkRelation) =>
    joined.filter((pair) => pair.relation === relation && leaderOf(pair.a) === top).length;
  return [...members]
    .map(([top, ids]) => ({
      members: ids.sort(),
      duplicates: saying(top, 'duplicate'),
      related: saying(top, 'related'),
    }))
    .sort((x, y) => y.members.length - x.members.length || (x.members[0]! < y.members[0]! ? -1 : 1));
};

export interface Pair {
  readonly dispute: string;
  readonly other: string;
}

/** Groups of registrations that are one dispute, directly or by way of others; each in order, the groups by their first. */
export const sameDisputes = (pairs: readonly Pair[]): readonly (readonly string[])[] => {
  const next = new Map<string, string[]>();
  const join = (a: string, b: string): void => void next.set(a, [...(next.get(a) ?? []), b]);
  for (const { dispute, other } of pairs) {
    join(dispute, other);
    join(other, dispute);
  }
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of [...next.keys()].sort()) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    for (const each of group) for (const other of next.get(each) ?? []) group.add(other);
    for (const each of group) seen.add(each);
    groups.push([...group].sort());
  }
  return groups;
};

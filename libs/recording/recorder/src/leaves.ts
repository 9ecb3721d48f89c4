import type { Json, JsonObject } from '@mediation/kernel';

const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const collect = (leaves: Map<string, string>, path: string, value: Json | undefined): void => {
  if (value === undefined) return;
  const members = typeof value === 'object' && value !== null ? Object.entries(value as JsonObject) : [];
  if (members.length === 0 && path !== '') leaves.set(path, JSON.stringify(value));
  for (const [key, member] of members) collect(leaves, `${path}/${escape(key)}`, member);
};

/** Every value within a JSON document by its pointer (RFC 6901), spelled as JSON: two can be compared place by place. */
export const leavesOf = (value: JsonObject): ReadonlyMap<string, string> => {
  const leaves = new Map<string, string>();
  collect(leaves, '', value);
  return leaves;
};

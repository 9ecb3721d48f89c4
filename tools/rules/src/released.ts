import { canonicalJson } from '@mediation/event-store/port';
import type { Json, JsonObject } from '@mediation/kernel';
import type { ReleasableLayer } from '@mediation/rules';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const RELEASED_FILE = 'released.json';

/** Layer id → SHA-256 of what it says. */
export type Released = Readonly<Record<string, string>>;

export const readReleased = (folder: string): Released => {
  const file = join(folder, RELEASED_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Released) : {};
};

const isNothing = (value: Json | undefined): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/**
 * Without what says nothing (`[]`, `false`), since the schema fills that in: a field that it gains later, with such a default, must not look
 * like a change of every layer that was released before.
 */
const pithOf = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => pithOf(each));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as JsonObject).filter(([, each]) => !isNothing(each));
  return Object.fromEntries(fields.map(([key, each]) => [key, pithOf(each ?? null)]));
};

/** By content alone: how its files are laid out, and in which order they say it, does not matter. */
export const fingerprint = ({ layer }: ReleasableLayer): string => {
  const plain = JSON.parse(JSON.stringify(layer)) as JsonObject;
  return createHash('sha256')
    .update(canonicalJson(pithOf(plain) as JsonObject))
    .digest('hex');
};

export interface ReleaseState {
  /** Released, and now they say something else. */
  readonly altered: readonly string[];
  /** Released, and now there is none. */
  readonly gone: readonly string[];
  readonly unreleased: readonly string[];
}

export const releaseState = (released: Released, layers: readonly ReleasableLayer[]): ReleaseState => {
  const now = new Map(layers.map((layer) => [layer.id, fingerprint(layer)]));
  const ids = Object.keys(released);
  return {
    altered: ids.filter((id) => now.has(id) && now.get(id) !== released[id]),
    gone: ids.filter((id) => !now.has(id)),
    unreleased: [...now.keys()].filter((id) => !Object.hasOwn(released, id)),
  };
};

/** Decisions rest on what was released: it is corrected by a revision, never in place. */
export const releaseFaults = ({ altered, gone }: ReleaseState): readonly string[] => [
  ...altered.map((id) => `${id}: 已发布，不得改动，请另立修订 released, and altered since; write a revision instead`),
  ...gone.map((id) => `${id}: 已发布，不得删除 released, and gone`),
];

/** What was released stays as it was recorded; new layers are added, in order of their ids. */
export const withNewlyReleased = (released: Released, layers: readonly ReleasableLayer[]): Released => {
  const fresh = layers.map((layer) => [layer.id, fingerprint(layer)] as const);
  const all = Object.entries({ ...Object.fromEntries(fresh), ...released });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
};

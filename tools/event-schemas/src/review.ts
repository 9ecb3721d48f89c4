import type { Contract } from '@mediation/asyncapi';
import { jsonSchemaOf } from '@mediation/asyncapi';
import type { Golden } from '@mediation/dispute/stored-events';
import type { JsonObject } from '@mediation/kernel';
import { differences, type Difference } from './compare';
import { fingerprint, shapeOf } from './shape';

/** What was published under a name. */
export interface Published {
  readonly direction: Contract['direction'];
  readonly shape: JsonObject;
  /** Fingerprints of the payloads that stand for events already written, by file. */
  readonly goldens: Readonly<Record<string, string>>;
}
export type PublishedRecord = Readonly<Record<string, Published>>;

export interface Current {
  readonly contracts: readonly Contract[];
  readonly goldens: readonly Golden[];
  /** Whether events of a stored name can still be read, perhaps by way of a newer version. */
  readonly reads: (name: string) => boolean;
}

export interface Review {
  /** Promises that would be broken, one line each. */
  readonly broken: readonly string[];
  /** The record with what is new, to be kept when nothing is broken. */
  readonly record: PublishedRecord;
}

/**
 * What others read of us stays exactly as it is: old events and old readers both rely on it. What others write to us may
 * become more generous.
 */
const breaks = (direction: Contract['direction'], { effect }: Difference): boolean =>
  direction === 'out' || effect !== 'wider';

const publishedAs = ({ name, direction, schema }: Contract, goldens: readonly Golden[]): Published => ({
  direction,
  shape: shapeOf(jsonSchemaOf(schema, 'draft-2020-12')),
  goldens: Object.fromEntries(
    goldens.filter(({ storedName }) => storedName === name).map(({ file, data }) => [file, fingerprint(data)]),
  ),
});

const brokenOf = (name: string, before: Published, now: Published): readonly string[] => [
  ...(before.direction === now.direction ? [] : [`${name}: ${before.direction} → ${now.direction}`]),
  ...differences(before.shape, now.shape, '')
    .filter((each) => breaks(before.direction, each))
    .map(({ at, what }) => `${name} ${at}: ${what}`),
];

const goldensBroken = ({ goldens: before }: Published, goldens: readonly Golden[]): readonly string[] => {
  const now = new Map(goldens.map(({ file, data }) => [file, fingerprint(data)]));
  return Object.entries(before)
    .filter(([file, hash]) => now.get(file) !== hash)
    .map(([file]) => `golden/${file}: ${now.has(file) ? 'altered' : 'gone'}`);
};

/** Holds what the program says now against what was published. */
export const review = (record: PublishedRecord, { contracts, goldens, reads }: Current): Review => {
  const now = new Map(contracts.map((contract) => [contract.name, publishedAs(contract, goldens)]));
  const broken = Object.entries(record).flatMap(([name, before]) => {
    const current = now.get(name);
    const changes = current && brokenOf(name, before, current);
    const vanished = reads(name) ? [] : [`${name}: published, and nothing reads it any more`];
    return [...(changes ?? vanished), ...goldensBroken(before, goldens)];
  });
  return { broken, record: { ...record, ...Object.fromEntries(now) } };
};

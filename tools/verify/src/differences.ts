import type { JsonObject } from '@mediation/kernel';
import { leavesOf } from '@mediation/recording/recorder';
import { positionOf, type Matched } from './history';

/** A column of journal.events that is not what it was, and where within it. */
export interface ChangedColumn {
  readonly column: string;
  /** Pointers into a payload; no values, which may be personal data. */
  readonly paths?: readonly string[];
}

const MOST_PATHS = 5;

const leavesOfText = (text: string): ReadonlyMap<string, string> => leavesOf(JSON.parse(text) as JsonObject);

const differingPaths = (ours: string, theirs: string): readonly string[] => {
  const [a, b] = [leavesOfText(ours), leavesOfText(theirs)];
  const paths = [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
  return paths.toSorted().slice(0, MOST_PATHS);
};

const ORDER = ['epoch', 'transaction_id', 'position'] as const;

const orderColumns = ({ row, expected }: Matched): ChangedColumn[] => {
  if (expected.position === undefined || expected.position === positionOf(row)) return [];
  const witnessed = expected.position.split('.');
  return ORDER.filter((column, part) => row[column] !== witnessed[part]).map((column) => ({ column }));
};

const plainColumns = ({ row, expected }: Matched): ChangedColumn[] => {
  const pairs: [string, unknown, unknown][] = [
    ['stream', row.stream, expected.stream],
    ['revision', row.revision, expected.revision],
    ['event_id', row.event_id, expected.id],
    ['type', row.type, expected.type],
    ['hash', row.hash, expected.hash],
  ];
  return pairs.filter(([, ours, theirs]) => ours !== theirs).map(([column]) => ({ column }));
};

const payloadColumns = ({ row, expected }: Matched): ChangedColumn[] =>
  (['data', 'metadata'] as const)
    .filter((column) => row[column] !== expected[column])
    .map((column) => ({ column, paths: differingPaths(row[column], expected[column]) }));

/** Every column of a row that differs from what it must be. */
export const changedColumns = (matched: Matched): readonly ChangedColumn[] => [
  ...orderColumns(matched),
  ...plainColumns(matched),
  ...payloadColumns(matched),
];

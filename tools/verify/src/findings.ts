import { changedColumns, type ChangedColumn } from './differences';
import type { Examined, Expected } from './history';
import type { JournalRow } from './journal-rows';

/** A place in a stream. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
}

/**
 * What is wrong at a place.
 * - `changed`: the row is not what was recorded, in these columns.
 * - `missing`: the event store has the event, the journal has lost its row.
 * - `unrecorded`: a row the relay has passed, and the event store has nothing of: inserted, or never recorded.
 * - `unfollowing`: a row still to be relayed whose hash does not follow; of its columns one of these was changed.
 * - `unwitnessed`: the columns of its order have nothing they could be compared with.
 * - `store-broken`: from here the event store's own chain does not hold; it is no witness for this stream.
 */
export interface Finding extends Place {
  readonly kind: 'changed' | 'missing' | 'unrecorded' | 'unfollowing' | 'unwitnessed' | 'store-broken';
  readonly columns: readonly ChangedColumn[];
  /** Where the row stands instead. */
  readonly foundAt?: Place;
}

export interface Findings {
  /** The culprits. */
  readonly findings: readonly Finding[];
  /** Rows that are as they were, and no longer follow because of a culprit. */
  readonly consequences: readonly Place[];
}

const ORDER_COLUMNS: readonly ChangedColumn[] = ['epoch', 'transaction_id', 'position'].map((column) => ({ column }));
const CONTENT_COLUMNS: readonly ChangedColumn[] = ['event_id', 'type', 'data', 'metadata'].map((column) => ({
  column,
}));

const placeOf = ({ stream, revision }: Place): Place => ({ stream, revision });
const keyOf = ({ stream, revision }: Place): string => JSON.stringify([stream, revision]);

export const isSuspicious = ({ history, matched, extra, missing, broken }: Examined): boolean =>
  history.storeBreak !== undefined ||
  extra.length + missing.length + broken.size > 0 ||
  matched.some((each) => each.expected.position === undefined || changedColumns(each).length > 0);

const inPlace = ({ history: { stream, storeBreak }, matched }: Examined): Finding[] => {
  const store: Finding[] =
    storeBreak === undefined ? [] : [{ kind: 'store-broken', stream, revision: storeBreak, columns: [] }];
  const rows = matched.flatMap((each): Finding[] => {
    const columns = changedColumns(each);
    if (columns.length > 0) return [{ kind: 'changed', ...placeOf(each.expected), columns }];
    if (each.expected.position !== undefined) return [];
    return [{ kind: 'unwitnessed', ...placeOf(each.expected), columns: ORDER_COLUMNS }];
  });
  return [...store, ...rows];
};

/** Finds the rows that events missing at their place have become: the same id elsewhere, else whatever stands there now. */
const displaced = (extra: Set<JournalRow>, missing: Set<Expected>): Finding[] => {
  const pair = (keyOfRow: (row: JournalRow) => string, keyOfEvent: (expected: Expected) => string): Finding[] => {
    const wanted = new Map([...missing].map((expected) => [keyOfEvent(expected), expected]));
    return [...extra].flatMap((row): Finding[] => {
      const expected = wanted.get(keyOfRow(row));
      if (expected === undefined || !missing.delete(expected)) return [];
      extra.delete(row);
      const finding = { kind: 'changed', ...placeOf(expected), columns: changedColumns({ row, expected }) } as const;
      return [keyOf(row) === keyOf(expected) ? finding : { ...finding, foundAt: placeOf(row) }];
    });
  };
  return [
    ...pair(
      (row) => row.event_id,
      ({ id }) => id,
    ),
    ...pair(keyOf, keyOf),
  ];
};

/** Which column of a row the store knows nothing of must have been changed, as far as the chain alone can tell. */
const suspectColumns = (
  { revision }: JournalRow,
  { history: { rows }, broken }: Examined,
): readonly ChangedColumn[] => {
  const follows = revision === 0 || rows.some((other) => other.revision === revision - 1);
  if (!follows) return [{ column: 'revision' }];
  if (broken.has(revision + 1)) return [{ column: 'hash' }];
  const isLast = revision === rows.at(-1)?.revision;
  return isLast ? [...CONTENT_COLUMNS, { column: 'hash' }] : CONTENT_COLUMNS;
};

const unfollowing = (row: JournalRow, examined: Examined): Finding => ({
  kind: 'unfollowing',
  ...placeOf(row),
  columns: suspectColumns(row, examined),
});

const SHAKING = ['hash', 'revision', 'stream'];

/** Whether the row after this place cannot follow, whatever it holds. */
const shakesNext = ({ kind, columns }: Finding): boolean =>
  kind === 'missing' || columns.some(({ column }) => SHAKING.includes(column));

/** What is left when every event has its row: rows that nobody has recorded. */
const strangers = (examined: Examined, extra: ReadonlySet<JournalRow>, named: readonly Finding[]): Finding[] => {
  const { stream } = examined.history;
  const shaken = new Set(
    named.filter((finding) => finding.stream === stream && shakesNext(finding)).map(({ revision }) => revision + 1),
  );
  return examined.extra
    .filter((row) => extra.has(row))
    .flatMap((row): Finding[] => {
      if (examined.passed.has(row)) return [{ kind: 'unrecorded', ...placeOf(row), columns: [] }];
      if (shaken.has(row.revision)) return [];
      const finding = unfollowing(row, examined);
      if (shakesNext(finding)) shaken.add(row.revision + 1);
      return [finding];
    });
};

const consequencesOf = (suspects: readonly Examined[], findings: readonly Finding[]): Place[] => {
  const named = new Set(
    findings.flatMap(({ foundAt, ...place }) => [keyOf(place), ...(foundAt ? [keyOf(foundAt)] : [])]),
  );
  return suspects.flatMap(({ history: { stream }, broken }) =>
    [...broken].map((revision) => ({ stream, revision })).filter((place) => !named.has(keyOf(place))),
  );
};

/** Names the culprits of everything that is wrong in these streams; a row may have moved from one of them to another. */
export const conclude = (suspects: readonly Examined[]): Findings => {
  const extra = new Set(suspects.flatMap((examined) => examined.extra));
  const missing = new Set(suspects.flatMap((examined) => examined.missing));
  const moved = displaced(extra, missing);
  const lost = [...missing].map((expected): Finding => ({ kind: 'missing', ...placeOf(expected), columns: [] }));
  const named = [...suspects.flatMap(inPlace), ...moved, ...lost];
  const findings = [...named, ...suspects.flatMap((examined) => strangers(examined, extra, named))];
  return { findings, consequences: consequencesOf(suspects, findings) };
};

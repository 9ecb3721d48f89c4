import type { StoredEvent } from '@mediation/event-store/port';
import { fromLifecycleMessage } from '@mediation/recording/lifecycle';
import { leavesOf, type QuarantinedMessage } from '@mediation/recording/recorder';

export type Sight = Pick<StoredEvent, 'id' | 'type' | 'hash' | 'data' | 'metadata'> | undefined;

/** The same place of a dispute's history, as each of them has it. */
export interface Sights {
  readonly store: Sight;
  readonly quarantined: Sight;
  /** Null when no journal was asked. */
  readonly journal: Sight | null;
}

export interface ComparedField {
  readonly field: string;
  readonly differs: boolean;
  /** By column: the value, or without it a letter, the same for the same value; undefined where there is none. */
  readonly values: readonly (string | undefined)[];
}

/** These say nothing of a person. */
const OPEN_FIELDS = ['id', 'type', 'hash'] as const;

/** The event in a row's message; the recorder keeps only what it could read. */
export const eventOf = ({ message }: QuarantinedMessage): StoredEvent => {
  const read = fromLifecycleMessage(message);
  if (typeof read === 'string') throw new Error(`a row of the quarantine cannot be read: ${read}`);
  return read.event;
};

const lettered = (values: readonly (string | undefined)[]): (string | undefined)[] => {
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  return values.map((value) => value && String.fromCharCode(65 + distinct.indexOf(value)));
};

const fieldOf = (field: string, values: readonly (string | undefined)[], isShown: boolean): ComparedField => ({
  field,
  differs: new Set(values).size > 1,
  values: isShown ? values : lettered(values),
});

/** Every field that any of them has, with the contents only where they may be revealed. */
export const compareSights = (sights: Sights, reveal: boolean): readonly ComparedField[] => {
  const columns = [sights.store, sights.quarantined, ...(sights.journal === null ? [] : [sights.journal])];
  const open = OPEN_FIELDS.map((field) =>
    fieldOf(
      field,
      columns.map((sight) => sight?.[field]),
      true,
    ),
  );
  const leaves = columns.map((sight) => leavesOf(sight ? { data: sight.data, metadata: sight.metadata } : {}));
  const paths = [...new Set(leaves.flatMap((each) => [...each.keys()]))].toSorted();
  return [
    ...open,
    ...paths.map((path) =>
      fieldOf(
        path,
        leaves.map((each) => each.get(path)),
        reveal,
      ),
    ),
  ];
};

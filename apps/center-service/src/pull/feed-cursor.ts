import { fromSortablePosition, sortablePosition } from '@mediation/dispute/read-models';
import { parsePosition } from '@mediation/event-store/port';
import { ProblemError, PROBLEMS } from '@mediation/nest';

/** Before every event. */
const BEGINNING = '';

/** A place in the feed as callers keep it: opaque, and of the event store's epoch, so that it outlives every rebuild of the views. */
export const feedCursor = (sortable: string): string => {
  const position = sortable === BEGINNING ? '0.0.0' : fromSortablePosition(sortable);
  return Buffer.from(`feed1 ${position}`).toString('base64url');
};

/** The place as the views are sorted by it. @throws ProblemError 400 */
export const placeOf = (cursor: string | undefined): string => {
  if (cursor === undefined) return BEGINNING;
  const [, position] = /^feed1 (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  try {
    if (position !== undefined && feedCursorOf(position) === cursor) return sortablePosition(position);
  } catch {
    // Told below.
  }
  throw new ProblemError({
    ...PROBLEMS.invalidInput,
    errors: [{ pointer: '/cursor', message: '不是本接口给出的位置 / not a cursor of this feed' }],
  });
};

const feedCursorOf = (position: string): string => {
  parsePosition(position);
  return Buffer.from(`feed1 ${position}`).toString('base64url');
};

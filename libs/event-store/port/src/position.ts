import { UnknownPosition } from './errors';
import type { Position } from './index';

/**
 * Every adapter writes a position as three decimal numbers without leading zeros, joined by dots: epoch, then two of its own.
 * They may exceed 2^53, so they are compared as text: the longer number is the greater.
 */
const POSITION = /^(0|[1-9]\d{0,19})\.(0|[1-9]\d{0,19})\.(0|[1-9]\d{0,19})$/;

/** @throws UnknownPosition when the text is no position at all. */
export const parsePosition = (position: Position): readonly [epoch: string, major: string, minor: string] => {
  const parts = POSITION.exec(position);
  if (parts === null) throw new UnknownPosition('not a position of an event store');
  return [parts[1]!, parts[2]!, parts[3]!];
};

const compareNumbers = (a: string, b: string): number => {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Negative when `a` comes before `b` in the global order, zero when they are the same, positive when after. */
export const comparePositions = (a: Position, b: Position): number => {
  const [x, y] = [parsePosition(a), parsePosition(b)];
  return compareNumbers(x[0], y[0]) || compareNumbers(x[1], y[1]) || compareNumbers(x[2], y[2]);
};

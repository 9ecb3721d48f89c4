import { parsePosition, type Position } from '@mediation/event-store/port';

/** Roughly how far a position is on the way to another, between 0 and 1: the store does not say how many events it has. */
export const shareOf = (position: Position | undefined, target: Position): number => {
  if (position === undefined) return 0;
  const [, major, minor] = parsePosition(position).map(Number);
  const [, lastMajor, lastMinor] = parsePosition(target).map(Number);
  const [at, end] = lastMinor === 0 ? [major, lastMajor] : [minor, lastMinor];
  return end === undefined || at === undefined || end === 0 ? 1 : Math.min(1, at / end);
};

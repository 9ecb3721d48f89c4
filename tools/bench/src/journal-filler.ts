import type { EventToAppend, Journal } from '@mediation/event-store/port';
import { randomUUID } from 'node:crypto';
import { v7 as timeOrderedId } from 'uuid';
import { storedHistory } from './sample-events';

/** Disputes that go on at the same time, so that a page of the global order holds events of many streams. */
const AT_ONCE = 128;
const VILLAGES = 16;

const villageOf = (n: number): string => `370402102${String(200 + (n % VILLAGES)).padStart(3, '0')}-committee`;

/** Appends whole disputes, event by event, until there are at least so many events; answers how many there are. */
export const fillJournal = async (journal: Journal, atLeast: number): Promise<number> => {
  const histories = Array.from({ length: VILLAGES }, (_, n) => storedHistory(villageOf(n)));
  let [begun, disputes] = [0, 0];
  const lane = async (): Promise<void> => {
    while (begun < atLeast) {
      const history = histories[disputes++ % VILLAGES]!;
      begun += history.length;
      const stream = `dispute-${timeOrderedId()}`;
      for (const [revision, event] of history.entries()) {
        const toAppend: EventToAppend = { ...event, id: randomUUID() };
        await journal.append(stream, [toAppend], revision === 0 ? 'none' : revision - 1);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return begun;
};

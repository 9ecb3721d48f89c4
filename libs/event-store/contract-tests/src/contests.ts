import { WrongExpectedRevision, type EventStore, type ExpectedRevision } from '@mediation/event-store/port';
import { newStream, someEvents, withoutPlace } from './subject';

export interface Contests {
  readonly clients: readonly EventStore[];
  readonly contests: number;
  readonly writers: number;
  readonly onProgress?: (held: number) => void;
}

const EVENTS_EACH = 2;

const requireOneWinner = (outcomes: readonly PromiseSettledResult<unknown>[], actual: number): number => {
  const winners = outcomes.flatMap(({ status }, writer) => (status === 'fulfilled' ? [writer] : []));
  if (winners.length !== 1) throw new Error(`${winners.length} writers of ${outcomes.length} won`);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const reason: unknown = outcome.reason;
    if (!(reason instanceof WrongExpectedRevision)) throw reason;
    if (reason.actual !== actual) throw new Error(`a loser found revision ${reason.actual}, not ${actual}`);
  }
  return winners[0]!;
};

/** Every writer decides on the same revision; afterwards the stream holds the winner's events and nothing of the losers'. */
const holdContest = async ({ clients, writers }: Contests, begun: boolean): Promise<void> => {
  const stream = newStream();
  const first = someEvents(begun ? 1 : 0);
  if (begun) await clients[0]!.append(stream, first, 'none');
  const expected: ExpectedRevision = begun ? 0 : 'none';
  const entries = Array.from({ length: writers }, () => someEvents(EVENTS_EACH));
  const outcomes = await Promise.allSettled(
    entries.map((events, writer) => clients[writer % clients.length]!.append(stream, events, expected)),
  );
  const winner = requireOneWinner(outcomes, first.length + EVENTS_EACH - 1);
  const stored = await clients[0]!.readStream(stream);
  expect(stored.map(withoutPlace)).toEqual([...first, ...entries[winner]!]);
};

/** Half of the contests begin a stream, half go on with one. */
export const holdContests = async (wanted: Contests): Promise<void> => {
  for (let held = 0; held < wanted.contests; held += 1) {
    await holdContest(wanted, held % 2 === 1);
    wanted.onProgress?.(held + 1);
  }
};

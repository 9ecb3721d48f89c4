import type { Aggregate } from '@mediation/command-runner';
import { dateInShanghai, divisionOf, type DivisionCode, type JsonObject, type PlainDate } from '@mediation/kernel';
import {
  decide,
  evolve,
  initialScreening,
  maySee,
  type ScreeningCommand,
  type ScreeningEvent,
  type ScreeningRefusal,
  type ScreeningState,
} from '@mediation/screening/domain';
import { screeningCodec } from '@mediation/screening/stored-events';

/** No rule of a pack is asked; which was in force is recorded as with every event. */
interface PackId {
  readonly id: string;
}
export type PackFor = (date: PlainDate, division: DivisionCode) => PackId;

/** The ids a caller needs for its next call. */
const findingsIn = (events: readonly ScreeningEvent[]): JsonObject => {
  const findings = events.flatMap((event) => (event.type === 'FindingReported' ? [event.data.finding] : []));
  return findings.length === 0 ? {} : { findings };
};

export const screeningAggregate = (
  packFor: PackFor,
): Aggregate<ScreeningCommand, ScreeningState, ScreeningEvent, ScreeningRefusal, PackId> => ({
  initial: initialScreening,
  evolve,
  decide,
  hidden: (screening, actor) => (maySee(actor, screening) ? undefined : 'screening-unknown'),
  codec: screeningCodec,
  describe: findingsIn,
  rulesAt: (occurredAt, actor) => packFor(dateInShanghai(occurredAt), divisionOf(actor.org)),
});

import type { DisputeEventType } from '@mediation/dispute/domain';
import { STORED_NAMES } from '@mediation/dispute/stored-events';
import { ignore } from '@mediation/projecting/engine';

type ByType<T> = Readonly<Record<DisputeEventType, T>>;

/** The same for every event type, the ones to come included. */
export const forEveryEvent = <T>(each: (type: DisputeEventType) => T): ByType<T> =>
  Object.fromEntries((Object.keys(STORED_NAMES) as DisputeEventType[]).map((type) => [type, each(type)])) as ByType<T>;

/** For a view of a few events that no other one, and none to come, can concern. */
export const ignoringTheRest = forEveryEvent(() => ignore);

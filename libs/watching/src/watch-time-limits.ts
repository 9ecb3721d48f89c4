import { RunDisputeCommand } from '@mediation/dispute/api';
import type { EventStore } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { systemClock } from '@mediation/service';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { TimeLimitWatcher } from './time-limit-watcher';

export interface WatchedJournal {
  readonly events: EventStore;
  readonly databaseUrl: string;
  readonly clock?: Clock;
}

/** A watcher over a journal, whose commands go through the application's one door. Starts when told. */
export const watchTimeLimits = (
  app: Pick<INestApplicationContext, 'get'>,
  { events, databaseUrl, clock = systemClock }: WatchedJournal,
): TimeLimitWatcher => {
  const bus = app.get(CommandBus, { strict: false });
  const logger = new Logger('time-limits');
  return new TimeLimitWatcher({
    events,
    databaseUrl,
    clock,
    run: (command, meta) => bus.execute(new RunDisputeCommand(command, meta)),
    onEvent: ({ kind, ...event }) =>
      kind === 'expired' ? logger.log({ msg: kind, ...event }) : logger.warn({ msg: kind, ...event }),
  });
};

import { RunDisputeCommand } from '@mediation/dispute/api';
import type { EventStore } from '@mediation/event-store/port';
import { systemClock } from '@mediation/service';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { TimeLimitWatcher } from './time-limit-watcher';

/** A watcher over a journal, whose commands go through the application's one door. Starts when told. */
export const watchTimeLimits = (
  app: Pick<INestApplicationContext, 'get'>,
  { events, databaseUrl }: { readonly events: EventStore; readonly databaseUrl: string },
): TimeLimitWatcher => {
  const bus = app.get(CommandBus, { strict: false });
  const logger = new Logger('time-limits');
  return new TimeLimitWatcher({
    events,
    databaseUrl,
    clock: systemClock,
    run: (command, meta) => bus.execute(new RunDisputeCommand(command, meta)),
    onEvent: ({ kind, ...event }) =>
      kind === 'expired' ? logger.log({ msg: kind, ...event }) : logger.warn({ msg: kind, ...event }),
  });
};

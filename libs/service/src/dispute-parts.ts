import type { Directory } from '@mediation/directory';
import { DisputeModule } from '@mediation/dispute/api';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { DynamicModule } from '@nestjs/common';
import { systemClock } from './system-clock';

/** The dispute's runner over a district's journal and directory; by the clock of this machine, unless told otherwise. */
export const disputeModule = (journal: Journal, directory: Directory, clock: Clock = systemClock): DynamicModule =>
  DisputeModule.forRoot({
    journal,
    clock,
    rulePackFor,
    knownBodies: {
      hasBody: (code) => directory.body(code) !== undefined,
      hasMediator: (id) => directory.mediator(id) !== undefined,
      offRosterOf: (id) =>
        [...directory.courtRosters()].filter(([, listed]) => !listed.has(id)).map(([court]) => court),
    },
  });

import { CLOCK, JOURNAL, KNOWN_BODIES } from '@mediation/aggregate-api';
import { commandRunner } from '@mediation/command-runner';
import type { Journal } from '@mediation/event-store/port';
import type { Clock, Tier } from '@mediation/kernel';
import { Module, type DynamicModule, type InjectionToken } from '@nestjs/common';
import { screeningAggregate, type PackFor } from './screening.aggregate';
import { RunScreeningHandler, SCREENING_RUNNER } from './screening.command';
import { ScreeningCommands, SEEN_DISPUTES, type KnownDivisions } from './screening.commands';
import { screeningController } from './screening.controller';
import { ScreeningReader } from './screening.reader';

export interface ScreeningOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly packFor: PackFor;
  readonly knownDivisions: KnownDivisions;
  /** The provider of `SeenDisputes`, of a global module. */
  readonly disputes: InjectionToken;
}

/** The screening's one runner and its handler, once a process. */
@Module({})
export class ScreeningModule {
  static forRoot({ journal, clock, packFor, knownDivisions, disputes }: ScreeningOptions): DynamicModule {
    return {
      module: ScreeningModule,
      global: true,
      providers: [
        { provide: JOURNAL, useValue: journal },
        { provide: CLOCK, useValue: clock },
        { provide: KNOWN_BODIES, useValue: knownDivisions },
        { provide: SEEN_DISPUTES, useExisting: disputes },
        { provide: SCREENING_RUNNER, useValue: commandRunner(screeningAggregate(packFor), { journal, clock }) },
        RunScreeningHandler,
        ScreeningCommands,
        ScreeningReader,
      ],
      exports: [ScreeningCommands, ScreeningReader],
    };
  }
}

/** The calls of one tier. */
@Module({})
export class ScreeningTierModule {
  static forTier(tier: Tier): DynamicModule {
    return { module: class extends ScreeningTierModule {}, controllers: [screeningController(tier)] };
  }
}

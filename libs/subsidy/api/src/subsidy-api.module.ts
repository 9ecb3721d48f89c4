import { CLOCK, JOURNAL, KNOWN_BODIES, type KnownBodies } from '@mediation/aggregate-api';
import { commandRunner } from '@mediation/command-runner';
import type { Journal } from '@mediation/event-store/port';
import type { Clock, Tier } from '@mediation/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { DUPLICATE_LINKS, SUBSIDY_RULES_FOR, SubsidisedCases, type DuplicateLinks } from './subsidised-cases';
import { subsidyAggregate, type SubsidyRulesFor } from './subsidy.aggregate';
import { RunSubsidyHandler, SUBSIDY_RUNNER } from './subsidy.command';
import { SubsidyCommands } from './subsidy.commands';
import { subsidyController } from './subsidy.controller';
import { SubsidyReader } from './subsidy.reader';

export interface SubsidyOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly rulePackFor: SubsidyRulesFor;
  readonly knownBodies: KnownBodies;
  readonly duplicateLinks: DuplicateLinks;
}

/** The subsidies' one runner and its handler, once a process. */
@Module({})
export class SubsidyModule {
  static forRoot({ journal, clock, rulePackFor, knownBodies, duplicateLinks }: SubsidyOptions): DynamicModule {
    return {
      module: SubsidyModule,
      global: true,
      providers: [
        { provide: JOURNAL, useValue: journal },
        { provide: CLOCK, useValue: clock },
        { provide: KNOWN_BODIES, useValue: knownBodies },
        { provide: SUBSIDY_RULES_FOR, useValue: rulePackFor },
        { provide: DUPLICATE_LINKS, useValue: duplicateLinks },
        { provide: SUBSIDY_RUNNER, useValue: commandRunner(subsidyAggregate(rulePackFor), { journal, clock }) },
        RunSubsidyHandler,
        SubsidisedCases,
        SubsidyCommands,
        SubsidyReader,
      ],
      exports: [SubsidyCommands, SubsidyReader],
    };
  }
}

/** The calls of one tier. */
@Module({})
export class SubsidyTierModule {
  static forTier(tier: Tier): DynamicModule {
    return { module: class extends SubsidyTierModule {}, controllers: [subsidyController(tier)] };
  }
}

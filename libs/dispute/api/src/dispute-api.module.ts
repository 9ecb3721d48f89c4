import { CLOCK, JOURNAL, KNOWN_BODIES } from '@mediation/aggregate-api';
import { commandRunner } from '@mediation/command-runner';
import type { Journal } from '@mediation/event-store/port';
import type { Clock, Tier } from '@mediation/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { disputeAggregate, RULES_FOR, type RulesFor } from './dispute.aggregate';
import { DISPUTE_RUNNER, RunDisputeHandler } from './dispute.command';
import { DisputeCommands, type KnownMediators } from './dispute.commands';
import { disputeController } from './dispute.controller';
import { DisputeReader } from './dispute.reader';
import { DOSSIER_PARTS, type DossierParts } from './dossier/dossier-parts';
import { DisputeOffers } from './offers/dispute-offers';
import { WHO_IS_WHO, type WhoIsWho } from './offers/sight';
import { DossierNumbering } from './dossier/dossier-numbering';
import { DossierReader } from './dossier/dossier.reader';
import { DossierRegister } from './dossier/dossier-register';
import { dossierController } from './dossier/dossier.controller';

export interface DisputeOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly rulePackFor: RulesFor;
  readonly knownBodies: KnownMediators;
  readonly whoIsWho: WhoIsWho;
  readonly dossier: DossierParts;
}

/** The dispute's one runner and its handler, once a process. */
@Module({})
export class DisputeModule {
  static forRoot({ journal, clock, rulePackFor, knownBodies, whoIsWho, dossier }: DisputeOptions): DynamicModule {
    return {
      module: DisputeModule,
      global: true,
      providers: [
        { provide: JOURNAL, useValue: journal },
        { provide: CLOCK, useValue: clock },
        { provide: KNOWN_BODIES, useValue: knownBodies },
        { provide: WHO_IS_WHO, useValue: whoIsWho },
        { provide: RULES_FOR, useValue: rulePackFor },
        { provide: DOSSIER_PARTS, useValue: dossier },
        { provide: DISPUTE_RUNNER, useValue: commandRunner(disputeAggregate(rulePackFor), { journal, clock }) },
        RunDisputeHandler,
        DisputeCommands,
        DisputeReader,
        DisputeOffers,
        DossierNumbering,
        DossierReader,
        DossierRegister,
      ],
      exports: [DisputeCommands, DisputeReader, DisputeOffers, DossierReader, DossierRegister],
    };
  }
}

/** The calls of one tier. */
@Module({})
export class DisputeTierModule {
  static forTier(tier: Tier): DynamicModule {
    return {
      module: class extends DisputeTierModule {},
      controllers: [disputeController(tier), dossierController(tier)],
    };
  }
}

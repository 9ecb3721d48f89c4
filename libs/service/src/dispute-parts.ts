import type { Directory } from '@mediation/directory';
import { DisputeModule, type DossierNumbers } from '@mediation/dispute/api';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { DynamicModule } from '@nestjs/common';
import { dossierParts } from './dossier-parts';

export interface DisputeStores {
  readonly journal: Journal;
  readonly directory: Directory;
  readonly dossierNumbers: DossierNumbers;
}

/** The dispute's runner over a district's stores. */
export const disputeModule = ({ journal, directory, dossierNumbers }: DisputeStores, clock: Clock): DynamicModule =>
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
    dossier: dossierParts(directory, dossierNumbers),
  });

import type { Directory } from '@mediation/directory';
import { DisputeModule, type DossierNumbers, type WhoIsWho } from '@mediation/dispute/api';
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

const offRosterOf = (directory: Directory) => (id: string) =>
  [...directory.courtRosters()].filter(([, listed]) => !listed.has(id)).map(([court]) => court);

/** The directory, as far as people are offered a choice from it. */
const whoIsWho = (directory: Directory): WhoIsWho => ({
  bodies: () => directory.bodies(),
  nameOfBody: (code) => directory.body(code)?.nameZh,
  mediatorsOf: (body) => directory.mediators(body),
  nameOfMediator: (id) => directory.mediator(id)?.displayName,
  onRosterOf: (court) => [...(directory.courtRosters().get(court) ?? [])],
  offRosterOf: offRosterOf(directory),
});

/** The dispute's runner over a district's stores. */
export const disputeModule = ({ journal, directory, dossierNumbers }: DisputeStores, clock: Clock): DynamicModule =>
  DisputeModule.forRoot({
    journal,
    clock,
    rulePackFor,
    knownBodies: {
      hasBody: (code) => directory.body(code) !== undefined,
      hasMediator: (id) => directory.mediator(id) !== undefined,
      offRosterOf: offRosterOf(directory),
    },
    whoIsWho: whoIsWho(directory),
    dossier: dossierParts(directory, dossierNumbers),
  });

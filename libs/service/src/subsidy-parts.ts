import type { Directory } from '@mediation/directory';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { SubsidyModule, type DuplicateLinks } from '@mediation/subsidy/api';
import type { DynamicModule } from '@nestjs/common';

export interface SubsidyStores {
  readonly journal: Journal;
  readonly directory: Directory;
  readonly duplicateLinks: DuplicateLinks;
}

/** The subsidies' runner over a district's stores, beside the dispute's. */
export const subsidyModule = ({ journal, directory, duplicateLinks }: SubsidyStores, clock: Clock): DynamicModule =>
  SubsidyModule.forRoot({
    journal,
    clock,
    rulePackFor,
    knownBodies: { hasBody: (code) => directory.body(code) !== undefined },
    duplicateLinks,
  });

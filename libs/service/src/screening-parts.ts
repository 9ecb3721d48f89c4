import type { Directory } from '@mediation/directory';
import { DisputeReader } from '@mediation/dispute/api';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { ScreeningModule } from '@mediation/screening/api';
import type { DynamicModule } from '@nestjs/common';

export interface ScreeningStores {
  readonly journal: Journal;
  readonly directory: Directory;
}

/** The screening's runner over a district's stores, beside the dispute's. */
export const screeningModule = ({ journal, directory }: ScreeningStores, clock: Clock): DynamicModule =>
  ScreeningModule.forRoot({
    journal,
    clock,
    packFor: rulePackFor,
    knownDivisions: {
      hasBody: (code) => directory.body(code) !== undefined,
      hasDivision: (code) => directory.division(code) !== undefined,
    },
    disputes: DisputeReader,
  });

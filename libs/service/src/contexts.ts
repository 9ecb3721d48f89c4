import { openApiOf, type AggregateOpenApi } from '@mediation/aggregate-api';
import { disputeOpenApi, DisputeTierModule } from '@mediation/dispute/api';
import type { Clock, Tier } from '@mediation/kernel';
import { screeningOpenApi, ScreeningTierModule } from '@mediation/screening/api';
import { subsidyOpenApi, SubsidyTierModule } from '@mediation/subsidy/api';
import type { DynamicModule } from '@nestjs/common';
import { disputeModule, type DisputeStores } from './dispute-parts';
import { screeningModule } from './screening-parts';
import { subsidyModule, type SubsidyStores } from './subsidy-parts';
import { systemClock } from './system-clock';

/** A district's stores. */
export interface ContextStores extends DisputeStores, SubsidyStores {}

/** One context whose aggregates the tiers' services serve. */
interface Context {
  /** Its runner over a district's stores, once a process. */
  module(stores: ContextStores, clock: Clock): DynamicModule;
  /** Its calls of one tier. */
  tierModule(tier: Tier): DynamicModule;
  openApi(tiers: readonly Tier[]): AggregateOpenApi;
}

/** One row adds a context to every tier, in one process or in three. */
const CONTEXTS: readonly Context[] = [
  { module: disputeModule, tierModule: DisputeTierModule.forTier, openApi: disputeOpenApi },
  { module: screeningModule, tierModule: ScreeningTierModule.forTier, openApi: screeningOpenApi },
  { module: subsidyModule, tierModule: SubsidyTierModule.forTier, openApi: subsidyOpenApi },
];

/** By the clock of this machine, unless told otherwise. */
export const contextModules = (stores: ContextStores, clock: Clock = systemClock): readonly DynamicModule[] =>
  CONTEXTS.map(({ module }) => module(stores, clock));

/** What the bodies of a tier may do. */
export const tierModules = (tier: Tier): DynamicModule[] => CONTEXTS.map(({ tierModule }) => tierModule(tier));

/** The calls of these tiers in one document. */
export const contextsOpenApi = (tiers: readonly Tier[]) => openApiOf(CONTEXTS.map(({ openApi }) => openApi(tiers)));

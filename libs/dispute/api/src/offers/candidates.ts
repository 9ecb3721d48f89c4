import type { DisputeUseCaseName } from '@mediation/dispute/domain';
import { HANDOFF_CANDIDATES } from './handoff.candidates';
import { MEDIATION_CANDIDATES } from './mediation.candidates';
import { AUTHORITY_CANDIDATES, COURT_CANDIDATES, KEEPING_CANDIDATES } from './procedure.candidates';
import type { ProbeOf } from './sight';

/** Opens a dispute: there is nothing to look at yet. */
export type OpeningUseCase = 'RegisterDispute' | 'ReferDispute';

/**
 * What a dispute might be asked with, use case by use case. Candidates decide nothing: they only have to take in every choice that a
 * decision could let pass, which a test holds them to.
 */
export const CANDIDATES: Readonly<Record<Exclude<DisputeUseCaseName, OpeningUseCase>, ProbeOf>> = {
  ...MEDIATION_CANDIDATES,
  ...HANDOFF_CANDIDATES,
  ...COURT_CANDIDATES,
  ...AUTHORITY_CANDIDATES,
  ...KEEPING_CANDIDATES,
};

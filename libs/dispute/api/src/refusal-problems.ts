import { refusalProblems } from '@mediation/aggregate-api';
import type { DisputeRefusal } from '@mediation/dispute/domain';
import { AUTHORITY_PROBLEMS } from './authority.problems';
import { COURT_PROBLEMS } from './court.problems';
import { DOSSIER_PROBLEMS } from './dossier.problems';
import { MEDIATION_PROBLEMS } from './mediation.problems';
import { TIME_LIMIT_PROBLEMS } from './time-limit.problems';

export const problemOf = refusalProblems<DisputeRefusal>({
  ...MEDIATION_PROBLEMS,
  ...TIME_LIMIT_PROBLEMS,
  ...COURT_PROBLEMS,
  ...AUTHORITY_PROBLEMS,
  ...DOSSIER_PROBLEMS,
});

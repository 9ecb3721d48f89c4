import { currentTestRun } from './test-run';

/** `describe`, but counted as skipped where the run has no server; with CI=true the run has failed before. */
export const describeWithPostgres = (name: string, body: () => void): void => {
  if (currentTestRun() === undefined) describe.skip(name, body);
  else describe(name, body);
};

/** PostgreSQL's fast shutdown, its immediate one, and the last resort, each with the time it is given. */
export const SHUTDOWNS = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
] as const satisfies readonly (readonly [NodeJS.Signals, number])[];

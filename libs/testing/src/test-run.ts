/** What the run's global set-up tells the test processes, through their environment. */
export interface TestRun {
  readonly superuserUrl: string;
  readonly ownerPassword: string;
  readonly servicePassword: string;
  /** Names the databases of this run, so that runs can share a server. */
  readonly id: string;
}

const KEYS = {
  superuserUrl: 'TEST_POSTGRES_URL',
  ownerPassword: 'TEST_POSTGRES_OWNER_PASSWORD',
  servicePassword: 'TEST_POSTGRES_SERVICE_PASSWORD',
  id: 'TEST_RUN_ID',
} as const satisfies Record<keyof TestRun, string>;

export const publishTestRun = (run: TestRun): void => {
  for (const [field, key] of Object.entries(KEYS)) process.env[key] = run[field as keyof TestRun];
};

/** Undefined when this run has no server. */
export const currentTestRun = (): TestRun | undefined => {
  const { superuserUrl, ownerPassword, servicePassword, id } = KEYS;
  const run = {
    superuserUrl: process.env[superuserUrl] ?? '',
    ownerPassword: process.env[ownerPassword] ?? '',
    servicePassword: process.env[servicePassword] ?? '',
    id: process.env[id] ?? '',
  };
  return Object.values(run).includes('') ? undefined : run;
};

export const requireTestRun = (): TestRun => {
  const run = currentTestRun();
  if (run === undefined) throw new Error('this test needs a PostgreSQL server, and this run has none');
  return run;
};

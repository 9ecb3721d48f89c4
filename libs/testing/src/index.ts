export { describeWithPostgres } from './describe-with-postgres';
export { eventually, notYet, NotYet, type EventuallyOptions } from './eventually';
export { FixedClock } from './fixed-clock';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { spawnTypeScript } from './spawn-typescript';
export { startTestServer, type TestServer } from './test-server';
export { chromiumPath, describeWithBrowser } from './describe-with-browser';

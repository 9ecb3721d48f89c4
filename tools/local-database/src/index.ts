export { requireDataDir } from './data-dir';
export { localDatabase, type LocalDatabaseName } from './local-database';
export { startLocalDatabase, type LocalServer } from './start-local-database';

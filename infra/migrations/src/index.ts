export { bootstrapRoles, grantConnect, urlFor, type DatabaseUrls, type RolesToBootstrap } from './bootstrap-roles';
export { DatabaseIsNewer, migrate, type Migrated, type MigrateOptions } from './migrate';
export { MIGRATIONS, type Migration } from './migrations';
export { createView, type SqlRunner, type ViewShape } from './views/create-view';

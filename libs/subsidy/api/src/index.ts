export { SubsidyModule, SubsidyTierModule, type SubsidyOptions } from './subsidy-api.module';
export type { DuplicateLinks } from './subsidised-cases';
export { subsidyOpenApi } from './subsidy.openapi';
export { SUBSIDY_CALLS } from './subsidy.calls';
export { SUBSIDY_ROUTES, type SubsidyRoute } from './subsidy.routes';

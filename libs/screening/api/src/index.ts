export { ScreeningModule, ScreeningTierModule, type ScreeningOptions } from './screening-api.module';
export { screeningAggregate } from './screening.aggregate';
export { RunScreeningCommand } from './screening.command';
export { screeningOpenApi } from './screening.openapi';
export { SCREENING_ROUTES } from './screening.routes';

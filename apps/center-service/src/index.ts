import 'reflect-metadata';
export { Center, CenterModule } from './center.module';
export type { CenterOptions } from './center.options';
export { disputeEvents, disputeViewGroup, projectionPool } from './views/projecting';
export { centerOpenApi } from './center.openapi';

import 'reflect-metadata';
export { Center, CenterModule } from './center.module';
export type { CenterOptions } from './center.options';
export { contextOf, holds, readerOf, VIEW_NAMES, viewGroupOf } from './views/contexts';
export { projectionPool } from './views/projecting';
export { centerOpenApi } from './center.openapi';
export { serveConsole } from './console/serve-console';

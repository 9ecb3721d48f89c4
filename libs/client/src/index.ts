export * from './client';
export * from './paging';
export * from './problem';
export type { components, operations, paths } from './generated/api';

export * from './client';
export * from './paging';
export * from './problem';
export * from './types';
export type { components, operations, paths } from './generated/api';

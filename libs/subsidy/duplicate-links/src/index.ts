export * from './postgres-duplicate-links';

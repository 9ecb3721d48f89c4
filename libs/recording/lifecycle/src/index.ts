export * from './lifecycle-message';

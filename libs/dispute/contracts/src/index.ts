export * from './intake';
export * from './receipt';

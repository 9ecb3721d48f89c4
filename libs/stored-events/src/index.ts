export * from './codec';
export * from './goldens';
export * from './payload-fields';

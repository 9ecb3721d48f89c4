export * from './ground';
export * from './outcome';
export * from './time';
export * from './json';
export * from './message';
export * from './clock';
export * from './body';
export * from './start-error';

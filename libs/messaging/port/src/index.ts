export * from './dead-letter';
export * from './errors';
export * from './messaging';

export * from './dead-letter';
export * from './errors';
export { createGate } from './gate';
export { Lane, type LaneSource } from './lane';
export * from './messaging';
export { tell } from './tell';

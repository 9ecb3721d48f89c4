export * from './codec';
export * from './names';
export * from './payloads';

export * from './codec';
export * from './names';
export * from './person-marks';
export * from './payloads';

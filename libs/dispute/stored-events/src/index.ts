export * from './codec';
export * from './goldens';
export * from './names';
export * from './person-marks';
export * from './payloads';

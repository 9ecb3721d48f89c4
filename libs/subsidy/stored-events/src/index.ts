export { subsidyCodec } from './codec';
export { subsidyGoldens } from './goldens';
export { SUBSIDY_STORED_NAMES } from './names';
export { subsidyPayloads } from './payloads';

export { subsidyCodec } from './codec';
export { SUBSIDY_STORED_NAMES } from './names';
export { subsidyPayloads } from './payloads';

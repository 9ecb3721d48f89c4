export { asyncApi } from './asyncapi';
export type { Contract, Example } from './contract';
export { contracts } from './contracts';
export { allGoldens, decoded, isReadable } from './lifecycle.contexts';
export { envelopes, exampleEvent } from './lifecycle.channel';
export { jsonSchemaOf, marksPersonalData } from './json-schema';

export { openRecorder, type Recorder, type RecorderCounts, type RecorderEvent, type RecorderOptions } from './recorder';
export { openQuarantine, type Quarantine, type QuarantineOptions, type Settlement } from './quarantine';
export type { Decision, QuarantinedEvent, QuarantinedMessage, Resolution } from './quarantine-rows';
export type { Reason } from './judge';
export { leavesOf } from './leaves';

export type { SampleDirectory } from './district-map';
export { FIGURES } from './figures';
export { planSampleYear, type PlannedDispute } from './plan';
export { RECORDED_AT_HEADER, SampleStepFailed } from './post-step';
export { ALL_RECORDED_BY } from './recording';
export { play, type PlayedDispute, type PlayedEvent } from './played-year';
export { sampleDirectory } from './sample-directory';
export { replaySampleYear, SAMPLE_SEED, type ReplayOptions, type ReplayReport } from './replay';
export type { PlannedStep } from './script';

export type { SampleDirectory } from './district-map';
export { FIGURES } from './figures';
export { planSampleYear, type PlannedDispute } from './plan';
export { SampleStepFailed } from './post-step';
export { replaySampleYear, SAMPLE_SEED, type ReplayOptions, type ReplayReport } from './replay';
export type { PlannedStep } from './script';

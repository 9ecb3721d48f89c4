export { replayOnFirstRun } from './first-run';
export { DEMO_VILLAGE, greet, type Addresses } from './greeting';
export { openDirectory } from './open-directory';
export { isSampleYearIn, requireNoHalfYear } from './sample-year-state';
export { say } from './say';
export { toldTimes, type ToldTimes } from './told-times';

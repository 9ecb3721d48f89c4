export { isSampleYearIn, replayOnFirstRun } from './first-run';
export { greet, type Addresses } from './greeting';
export { openDirectory } from './open-directory';
export { say } from './say';

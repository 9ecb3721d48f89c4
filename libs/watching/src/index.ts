export { TimeLimitWatcher, type WatcherOptions, type WatcherStatus } from './time-limit-watcher';
export { timeLimitGroup } from './time-limit-group';
export { watchTimeLimits } from './watch-time-limits';

import { expireTimeLimit } from './use-cases/expire-time-limit';
import { extendTimeLimit } from './use-cases/extend-time-limit';

/** Of the law's time limits. */
export const TIME_LIMIT_USE_CASES = { extendTimeLimit, expireTimeLimit };

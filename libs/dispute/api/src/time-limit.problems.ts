import { conflict, type ProblemRow } from '@mediation/aggregate-api';
import type { TimeLimitRefusal } from '@mediation/dispute/domain';

/** Of the law's time limits. */
export const TIME_LIMIT_PROBLEMS: Readonly<Record<TimeLimitRefusal, ProblemRow>> = {
  'time-limit-unknown': {
    status: 404,
    zh: '没有这项期限，请查看案卷的 clocks。',
    en: 'There is no such time limit; see the clocks of the file.',
  },
  'time-limit-over': conflict(
    '该期限已届满或已结束，不能延长。',
    'This time limit has run out or has ended; it cannot be extended.',
  ),
  'time-limit-not-extendable': conflict(
    '该期限依规则不能延长，或延长次数已用完。',
    'The rule does not allow this extension, or no further one.',
  ),
  'extension-needs-parties': conflict(
    '延长须各方当事人同意，请在 parties 中逐一填写。',
    'The extension needs every party’s agreement; name each of them in parties.',
    { field: '/parties' },
  ),
};

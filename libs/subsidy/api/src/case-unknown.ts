import type { Problem } from '@mediation/nest';

/** Only what is in the system is subsidised, and nobody learns here of a dispute that he may not see. */
export const CASE_UNKNOWN: Problem = {
  status: 404,
  code: 'dispute-unknown',
  zh: '系统中没有这件纠纷，或您的机构无权查看；未录入系统的案件不予补贴。',
  en: 'There is no such dispute in the system, or your body may not see it; what is not in the system is not subsidised.',
};

import type { Problem } from '@mediation/nest';

export const NOT_THE_RESPONSIBLE_BODY = {
  status: 403,
  code: 'not-the-responsible-body',
  zh: '只有当前责任机构可以发放查询码。',
  en: 'Only the body responsible now may issue a code.',
} as const satisfies Problem;

export const PARTY_UNKNOWN = {
  status: 422,
  code: 'party-unknown',
  zh: '没有这个当事人，请核对编号。',
  en: 'There is no such party; check the id.',
  errors: [{ pointer: '/party', message: '没有这个当事人 / no such party' }],
} as const satisfies Problem;

/** One answer for both, so that nobody learns which files there are. */
export const WRONG_NUMBER_OR_CODE = {
  status: 403,
  code: 'number-or-code-wrong',
  zh: '卷号或查询码不对，或查询码已用过、已过期。请核对；需要新的查询码，请联系负责的调解机构。',
  en: 'The number or the code is wrong, or the code was used or has expired. Ask the mediation body for a new one.',
} as const satisfies Problem;

export const TOO_MANY_ATTEMPTS = {
  status: 429,
  code: 'too-many-attempts',
  zh: '尝试次数过多，请一小时后再试，或联系负责的调解机构。',
  en: 'Too many attempts; try again in an hour, or ask the mediation body.',
} as const satisfies Problem;

export const SESSION_OVER = {
  status: 403,
  code: 'party-session-over',
  zh: '查询已结束。再次查看需要新的查询码。',
  en: 'This look-up has ended; a further one needs a new code.',
} as const satisfies Problem;

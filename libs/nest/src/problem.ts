import type { JsonObject } from '@mediation/kernel';

/** RFC 9457, with a stable code and a text in Chinese; English for callers that ask for it. */
export interface Problem {
  readonly status: number;
  /** Stable, kebab-case; partners switch on it. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What exactly is wrong, field by field. */
  readonly errors?: readonly FieldError[];
  /** Further members of the document, e.g. the article of law a refusal rests on. */
  readonly extensions?: JsonObject;
}

export interface FieldError {
  /** JSON pointer into the body, or the name of a header or a query parameter. */
  readonly pointer: string;
  readonly message: string;
}

/** Thrown in the shell to answer with a problem. Its texts hold no personal data and no stack reaches the caller. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export type Language = 'zh' | 'en';

/** English when it is asked for before Chinese; else Chinese. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';

export const problemDocument = (problem: Problem, language: Language, instance: string) => ({
  type: `urn:mediation:problem:${problem.code}`,
  title: problem[language],
  status: problem.status,
  code: problem.code,
  instance,
  ...(problem.errors && { errors: problem.errors }),
  ...problem.extensions,
});

export const PROBLEMS = {
  badRequest: {
    status: 400,
    code: 'bad-request',
    zh: '请求无法读取，请检查地址，以及内容是否为 UTF-8 编码的 JSON 对象。',
    en: 'The request cannot be read; check its address, and that its body is a JSON object in UTF-8.',
  },
  invalidInput: {
    status: 400,
    code: 'invalid-input',
    zh: '有字段填写不正确，见 errors。',
    en: 'Some fields are not right; see errors.',
  },
  textNotStorable: {
    status: 422,
    code: 'text-not-storable',
    zh: '内容无法保存：含有空字符或不完整的字符，数值过大，或嵌套过深，请修改后重试。',
    en: 'This cannot be stored: it holds NUL or half a surrogate pair, a number too large, or is nested too deep.',
  },
  unauthenticated: {
    status: 401,
    code: 'token-invalid',
    zh: '未登录或令牌无效，请重新登录。',
    en: 'There is no valid token; sign in again.',
  },
  expired: {
    status: 401,
    code: 'token-expired',
    zh: '登录已过期，请重新登录。',
    en: 'The token has expired; sign in again.',
  },
  issuerUnreachable: {
    status: 503,
    code: 'issuer-unreachable',
    zh: '暂时无法核验身份，请稍后再试。',
    en: 'Tokens cannot be verified right now; try again soon.',
  },
  forbidden: {
    status: 403,
    code: 'role-not-allowed',
    zh: '您的角色不能进行此操作。',
    en: 'Your role may not do this.',
  },
  notFound: { status: 404, code: 'not-found', zh: '没有这个地址。', en: 'There is nothing at this address.' },
  addressTooLong: { status: 414, code: 'address-too-long', zh: '地址过长。', en: 'The address is too long.' },
  tooLarge: {
    status: 413,
    code: 'body-too-large',
    zh: '内容过大（上限 1 MiB），请删减或分开提交。',
    en: 'The body is too large (1 MiB at most); shorten or split it.',
  },
  mediaType: { status: 415, code: 'media-type', zh: '请以 application/json 提交。', en: 'Send application/json.' },
  internal: {
    status: 500,
    code: 'internal',
    zh: '系统出错，已记录，请稍后重试。',
    en: 'Something went wrong here and was logged; try again later.',
  },
  unavailable: {
    status: 503,
    code: 'store-unavailable',
    zh: '存储暂时不可用，请用同一 Idempotency-Key 重试。',
    en: 'The store is unavailable; retry with the same Idempotency-Key.',
  },
} as const satisfies Record<string, Problem>;

import type { components } from './generated/api';

/** RFC 9457, as every call answers what it does not do. */
export type Problem = components['schemas']['Problem'];

/** What a call of the client answers: data, or a problem. Only a network that is away rejects. */
export type Answer<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: Problem; readonly response: Response };

/** A problem as an error, for callers who would rather catch. */
export class MediationError extends Error {
  override readonly name = 'MediationError';
  constructor(
    readonly problem: Problem,
    readonly response: Response,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value;

/** Something between us and the service may answer in its own words. */
export const problemOf = (error: unknown, { status, statusText }: Response): Problem =>
  isProblem(error)
    ? error
    : { type: 'about:blank', title: statusText || `HTTP ${status}`, status, code: `http-${status}` };

/** @throws MediationError */
export const done = async <Data>(
  answer: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<NonNullable<Data>> => {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined || data === null)
    throw new MediationError(problemOf(error, response), response);
  return data;
};

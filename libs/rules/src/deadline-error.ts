/** Why no deadline can be told. */
export const DEADLINE_FAULTS = [
  /** No layer of any place has it. */
  'unknown-rule',
  /** The place has no such rule on that day. */
  'no-such-rule-here',
  /** What is said of the situation is what the rule excepts. */
  'rule-does-not-apply',
  'unknown-jurisdiction',
  'bad-date',
  'bad-pause',
  /** The rule does not know of stopping. */
  'not-pausable',
  /** It cannot be extended, or not as often. */
  'not-extendable',
] as const;
export type DeadlineFault = (typeof DEADLINE_FAULTS)[number];

/** A question about a deadline that has no answer. The message is for people: Chinese first, English beside it. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(
    readonly code: DeadlineFault,
    readonly rule: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} ${en}`);
  }
}

import { ProblemError, type FieldError } from '@mediation/nest';
import { clockRuleIds, closestTo, DeadlineError, type DeadlineFault } from '@mediation/rules';

const POINTER_OF: Readonly<Record<DeadlineFault, string>> = {
  'unknown-rule': '/rule',
  'no-such-rule-here': '/rule',
  'rule-does-not-apply': '/tags',
  'unknown-jurisdiction': '/jurisdiction',
  'bad-date': '/on',
  'bad-pause': '/pauses',
  'not-pausable': '/pauses',
  'not-extendable': '/extensions',
};

const problemOf = ({ code, rule, zh, en }: DeadlineError): ProblemError => {
  const closest = code === 'unknown-rule' ? closestTo(rule, clockRuleIds()) : undefined;
  const meant = closest === undefined ? '' : ` 是否 ${closest}？/ Did you mean ${closest}?`;
  const error: FieldError = { pointer: POINTER_OF[code], message: `${zh} / ${en}${meant}` };
  return new ProblemError({ status: 400, code, zh, en, errors: [error] });
};

/** A question that has no answer is told like any other input that is not right. @throws ProblemError */
export const answered = <Answer>(ask: () => Answer): Answer => {
  try {
    return ask();
  } catch (error) {
    throw error instanceof DeadlineError ? problemOf(error) : error;
  }
};

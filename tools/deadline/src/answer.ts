import type { PlainDate } from '@mediation/kernel';
import {
  clockRuleIds,
  closestTo,
  DeadlineError,
  deadlineOf,
  deadlineRules,
  deadlineRulesFor,
  type DeadlineFault,
  type DeadlineRule,
} from '@mediation/rules';
import type { Request } from './request';
import { UsageError } from './usage';

const OPTION_OF: Readonly<Record<DeadlineFault, string>> = {
  'unknown-rule': '--rule',
  'no-such-rule-here': '--rule',
  'rule-does-not-apply': '--tag',
  'unknown-jurisdiction': '--jurisdiction',
  'bad-date': '--on',
  'bad-pause': '--pause',
  'not-pausable': '--pause',
  'not-extendable': '--extend',
};

const meant = ({ code, rule }: DeadlineError): readonly [zh: string, en: string] => {
  const closest = code === 'unknown-rule' ? closestTo(rule, clockRuleIds()) : undefined;
  return closest === undefined ? ['', ''] : [`是否 ${closest}？`, ` Did you mean ${closest}?`];
};

/** Faults of the question, told by the option that is to be put right. */
const asked = <Answer>(ask: () => Answer): Answer => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    const [zh, en] = meant(error);
    throw new UsageError(OPTION_OF[error.code], `${error.zh}${zh}`, `${error.en}${en}`);
  }
};

/** A rule a line: read by eye as well as by a program. */
const asLines = (rules: readonly DeadlineRule[]): string =>
  `[\n${rules.map((rule) => `  ${JSON.stringify(rule)}`).join(',\n')}\n]`;

/** The JSON to print. @throws UsageError */
export const answer = (request: Request, today: PlainDate): string => {
  if (request.verb === 'ask')
    return JSON.stringify(
      asked(() => deadlineOf(request.question)),
      undefined,
      2,
    );
  const { on, jurisdiction } = request;
  const isOfAll = on === undefined && jurisdiction === undefined;
  return asLines(isOfAll ? deadlineRules() : asked(() => deadlineRulesFor({ on: on ?? today, jurisdiction })));
};

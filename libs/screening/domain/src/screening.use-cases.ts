import { refuse } from '@mediation/kernel';
import type { z } from 'zod';
import { maySee } from './competence';
import type { ScreeningState } from './screening.state';
import type { Context, ScreeningDecision, UseCase } from './use-case';
import { closeScreening } from './use-cases/close-screening';
import { planScreening } from './use-cases/plan-screening';
import { reportRound, reportZero } from './use-cases/report-round';
import { handleFinding, linkFinding, matchFinding } from './use-cases/settle-finding';

/** Every use case there is. */
export const SCREENING_USE_CASES = {
  planScreening,
  reportRound,
  reportZero,
  linkFinding,
  handleFinding,
  matchFinding,
  closeScreening,
};

type UseCases = (typeof SCREENING_USE_CASES)[keyof typeof SCREENING_USE_CASES];
export type ScreeningUseCaseName = UseCases['name'];
/** A command: a use case's name with data its schema let through. */
export type ScreeningCommand = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: z.output<U['data']> };
}[ScreeningUseCaseName];

const byName: ReadonlyMap<string, UseCase> = new Map(
  Object.values(SCREENING_USE_CASES).map((each) => [each.name, each as UseCase]),
);

export const screeningUseCase = (name: ScreeningUseCaseName): UseCase => {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no use case ${name}`);
  return found;
};

/** Clocks of two machines may differ by so much. */
const CLOCK_SKEW_MS = 120_000;

/** What a screening answers to a command. Pure: time and actor are in the context. */
export const decide = (command: ScreeningCommand, screening: ScreeningState, context: Context): ScreeningDecision => {
  if (screening.phase !== 'absent' && !maySee(context.actor, screening)) return refuse('screening-unknown');
  return Date.parse(context.occurredAt) > Date.parse(context.now) + CLOCK_SKEW_MS
    ? refuse('occurred-in-the-future')
    : screeningUseCase(command.type).decide(command.data, screening, context);
};
